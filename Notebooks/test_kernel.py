"""The notebook kernel, driven by Jupyter's own clients.

Run by `python3 -m pytest Notebooks/test_kernel.py`; NINES_KERNEL names the program, without it the
release build's is taken.
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

FOLDER = pathlib.Path(__file__).resolve().parent
KERNEL = os.environ.get("NINES_KERNEL", str(FOLDER.parent / ".build/release/nines-kernel"))
# Set before the clients are imported, which read it once.
DATA = tempfile.TemporaryDirectory()
os.environ["JUPYTER_DATA_DIR"] = DATA.name

import jupyter_kernel_test  # noqa: E402
from jupyter_client.manager import KernelManager, start_new_kernel  # noqa: E402


def setUpModule():
    subprocess.run([KERNEL, "install", "--user"], check=True, capture_output=True)


def tearDownModule():
    DATA.cleanup()


class ProtocolTests(jupyter_kernel_test.KernelTests):
    """What every kernel must do."""

    kernel_name = "nines"
    language_name = "nines"
    file_extension = ".nines"
    code_execute_result = [
        {"code": "99% & 99%", "result": None, "mime": "text/html"},
    ]
    code_display_data = [{"code": "web = 2 of 3 99.5%", "mime": "text/plain"}]
    code_generate_error = "web = 2 of"
    code_inspect_sample = "mttr"
    code_stderr = "check 99.9% & 99.9% 99.5%"
    completion_samples = [
        {"text": "serv", "matches": {"service"}},
        {"text": "é = 99%; simu", "matches": {"simulate"}},
    ]
    complete_code_samples = ["web = 2 of 3 99.5%", "list", "help", ""]
    incomplete_code_samples = ["web = 2 of", "service web {", "(99%"]
    invalid_code_samples = ["web = = 3", "service 7"]
    code_history_pattern = "2 of*"
    supported_history_operations = ("tail", "range", "search")
    code_clear_output = ""
