#ifndef NINES_CLIBEDIT_SHIM_H
#define NINES_CLIBEDIT_SHIM_H

#if !__has_include(<histedit.h>)
#error "The line editor libedit is missing: install it (apt-get install libedit-dev, or brew install libedit)."
#endif

#include <histedit.h>
#include <stdio.h>

/* el_wset, el_wget and history_w are variadic, which Swift can't call: each use has a function of
   its own here. All are the wide ones, so that no text depends on the locale's encoding. */

typedef wchar_t *(*editline_prompt)(EditLine *);
typedef unsigned char (*editline_action)(EditLine *, wint_t);

/* The columns that libedit gives a character. Declared here since glibc hides wcwidth from Swift. */
static inline int editline_columns(wchar_t character) {
  extern int wcwidth(wchar_t);
  return wcwidth(character);
}

static inline EditLine *editline_start(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

static inline void editline_set_client(EditLine *editor, void *client) {
  el_wset(editor, EL_CLIENTDATA, client);
}

static inline void *editline_client(EditLine *editor) {
  void *client = NULL;
  el_wget(editor, EL_CLIENTDATA, &client);
  return client;
}

static inline void editline_set_emacs_keys(EditLine *editor) {
  el_wset(editor, EL_EDITOR, L"emacs");
}

static inline void editline_set_prompt(EditLine *editor, editline_prompt prompt, int delimiter) {
  el_wset(editor, EL_PROMPT_ESC, prompt, delimiter);
}

static inline void editline_set_reader(EditLine *editor, el_rfunc_t reader) {
  el_wset(editor, EL_GETCFN, reader);
}

/* The name and the help must be literals: libedit keeps the pointers. */
static inline int editline_add_completion(EditLine *editor, editline_action action) {
  return el_wset(editor, EL_ADDFN, L"nines-complete", L"Complete the word", action);
}

static inline int editline_add_move_to_end(EditLine *editor, editline_action action) {
  return el_wset(editor, EL_ADDFN, L"nines-move-to-end", L"Move below the line", action);
}

static inline int editline_bind(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, key, command, NULL);
}

/* In the second map of keys, which vi's command mode has. */
static inline int editline_bind_command_mode(
    EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, "-a", key, command, NULL);
}

/* Keys such as Ctrl-C reach the editor as characters; outside of it they stay signals. */
static inline void editline_take_signal_keys(EditLine *editor) {
  el_wset(editor, EL_SETTY, L"-d", L"-isig", NULL);
}

/* Leaves out a termcap(5) capability of the terminal, named by its two letters. */
static inline void editline_forget_capability(EditLine *editor, const char *name) {
  el_set(editor, EL_SETTC, name, "", NULL);
}

/* Gives a number of the terminal, by its termcap(5) name, another value. */
static inline void editline_set_number(EditLine *editor, const char *name, const char *value) {
  el_set(editor, EL_SETTC, name, value, NULL);
}

static inline void editline_set_raw(EditLine *editor, int raw) {
  el_wset(editor, EL_PREP_TERM, raw);
}

static inline void editline_redraw(EditLine *editor) {
  el_wset(editor, EL_REFRESH);
}

static inline void editline_set_history(EditLine *editor, HistoryW *entries) {
  el_wset(editor, EL_HIST, history_w, entries);
}

static inline void editline_history_limit(HistoryW *entries, int limit) {
  HistEventW event;
  history_w(entries, &event, H_SETSIZE, limit);
}

static inline void editline_history_add(HistoryW *entries, const wchar_t *entry) {
  HistEventW event;
  history_w(entries, &event, H_ENTER, entry);
}

#endif
