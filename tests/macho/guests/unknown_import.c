/* Imports what no loader of ours knows: that has to be an error that names it, before anything runs. */
void no_such_function(void);

int main(void) {
    no_such_function();
    return 0;
}
