// The part that both programs have in another form, and without debug information.

// Runs a function in a second thread, and waits for its end.
void run_in_thread(void (*function)(void *), void *argument);

// The program, which `main` or `_start` of the platform calls.
int program(void);
