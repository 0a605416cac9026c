/* The menu of the program's button in the task bar. */
#ifndef JUMP_LIST_H
#define JUMP_LIST_H

/* Do what `word` says, "write" or "remove", for the program at the path `program`; return an exit status. */
int jump_list(const wchar_t *program, const wchar_t *word);

#endif
