extension HelpText {
  /// Words to the program.
  static let commands = #"""
    # help, ?, manual page, docs: what can be said
    `help` alone is the overview, `help mttr` one word. On the shell
    `nines help mttr` says the same, and `nines --help` the options of the
    command line.

    > help mttr

    > help error budget
    see: list, info, show

    # list, ls, names defined: what is defined
    At the prompt: the definitions kept so far, as a file would have them.
    On the shell: their names, one a line.

    > lb = 99.99%, mttr 1min
    > list
    see: info, definition, undo

    # info, describe, about: what a name stands for
    `info db`: its definition, what it needs, and what needs it.

    > store db: 1 of 2, mtbf 180d, mttr 1h
    > service web: 2 of 3, mtbf 30d, mttr 5min, needs db
    > info db
    see: list, why, explain

    # save, write, export: writes the definitions to a file
    At the prompt: `save shop.nines` writes all that is defined, in the
    canonical form; `save` alone to the file that was saved or loaded last.
    A file that isn't that one is written over only by `save over FILE`.
    On the shell `nines fmt` prints the canonical form of a file.
    see: load, list, edit

    # load, open, read, import, source: reads definitions from a file
    At the prompt: `load shop.nines`. What it defines is kept; what it asks is
    shown, and not asked. On the shell the file comes first, and questions may
    follow it: `nines shop.nines why shop`.
    see: save, edit, list

    # edit, editor, change a definition: changes definitions in an editor
    At the prompt: opens the definitions in the editor that $VISUAL or $EDITOR
    names; what comes back is checked, and kept if it is right. A definition
    that is typed again replaces the old one.
    see: undo, load, set

    # set, setting, settings, change for good: changes a value for good
    At the prompt: `set db.mttr 10min` changes the definition, and shows what
    that does to the last answer; several values follow commas. `with` asks
    once without keeping the change. At a terminal's prompt `set` alone shows
    how answers are set, and `set format json` changes that.
    see: with, edit, undo

    # undo, revert, take back: takes the last change back
    At the prompt: the last change of the definitions is taken back, and what
    that does to the last answer is shown. Each `undo` goes one step further.
    see: edit, list, save

    # quit, exit, leave, ctrl-d, bye: leaves the prompt
    `quit`, `exit`, or Ctrl-D on an empty line. What is not saved is lost.
    Ctrl-C does not leave: it drops the line, or ends a running simulation
    with the estimate so far.
    see: save, help

    # _, last result, underscore, last answer: the last result
    At the prompt `_` is what was asked about last: after `99.9% & 99.95%`,
    `why _` asks about that again, and `x = _` gives it a name.
    see: show, definition, with
    """#
}
