// Renaming and linking through directories that are links to the outside, as source and as target of the call.
// dir: sandbox
// dir: second
// host-setup: dir outside
// host-setup: file outside/secret "top secret"
// host-setup: file sandbox/file text
// host-setup: dir sandbox/full
// host-setup: file sandbox/full/file text
// host-setup: symlink sandbox/out ../outside
// host-setup: symlink second/out ../outside
#include "check.h"

int main(void) {
    ESCAPES(p1_path_rename(DIR, T("out/secret"), DIR2, T("got")));
    ESCAPES(p1_path_rename(DIR, T("file"), DIR2, T("out/new")));
    ESCAPES(p1_path_rename(DIR, T("full"), DIR2, T("out/new")));
    ESCAPES(p1_path_rename(DIR, T("file"), DIR2, T("out/secret")));
    ESCAPES(p1_path_rename(DIR, T("out/secret"), DIR2, T("out/new")));
    ESCAPES(p1_path_link(DIR, 0, T("out/secret"), DIR2, T("got")));
    ESCAPES(p1_path_link(DIR, 0, T("file"), DIR2, T("out/new")));
    ESCAPES(p1_path_rename(DIR, T("file"), DIR2, T("../outside/new")));
    ESCAPES(p1_path_link(DIR, 0, T("../outside/secret"), DIR2, T("got")));
    // `.` and `..` are no names to be renamed.
    ANY(p1_path_rename(DIR, T("."), DIR, T("x")), BUSY, INVAL, PERM, NOTCAPABLE);
    ANY(p1_path_rename(DIR, T(".."), DIR, T("x")), BUSY, INVAL, PERM, NOTCAPABLE);
    ANY(p1_path_rename(DIR, T("full/.."), DIR, T("x")), BUSY, INVAL, PERM, NOTCAPABLE);
    ANY(p1_path_rename(DIR, T("full"), DIR, T(".")), BUSY, INVAL, EXIST, NOTEMPTY, PERM, NOTCAPABLE);
    ANY(p1_path_rename(DIR, T("full"), DIR, T("..")), BUSY, INVAL, EXIST, NOTEMPTY, PERM, NOTCAPABLE);
    ANY(p1_path_rename(DIR, T("full"), DIR, T("full/x")), INVAL);
    CHECK(holds(DIR, "file", "text") && holds(DIR, "full/file", "text") && !exists(DIR2, "got") && !exists(DIR, "x"));
    return 0;
}
