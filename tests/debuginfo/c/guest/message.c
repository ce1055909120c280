// A system call that a structure's text goes through.
#include <string.h>
#include <unistd.h>

struct message {
    int number;
    const char *text;
};

static long send_message(const struct message *message) {
    size_t length = strlen(message->text);
    return write(1, message->text, length);
}

int main(void) {
    struct message messages[2] = {{1, "first\n"}, {2, "second\n"}};
    for (int i = 0; i < 2; i++) {
        if (send_message(&messages[i]) < 0)
            return 1;
    }
    return 0;
}
