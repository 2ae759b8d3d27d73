"""Errors of the operating system in the language in use."""

from __future__ import annotations

import errno

from tui.locale import N_, _

_REASONS = {
    errno.ENOENT: N_("there is no such file"),
    errno.ENOTDIR: N_("a part of its path is not a folder"),
    errno.EISDIR: N_("it is a folder, not a file"),
    errno.EACCES: N_("you have no permission for it"),
    errno.EPERM: N_("you have no permission for it"),
    errno.EEXIST: N_("it exists already"),
    errno.EROFS: N_("the file system is read-only"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("your disk quota is used up"),
    errno.EIO: N_("the device failed"),
    errno.ELOOP: N_("its links form a loop"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EMFILE: N_("too many files are open"),
    errno.EBADF: N_("it is closed"),
}


def reason(error: OSError) -> str:
    """Return why a call failed, as the end of a sentence, without the name of the file."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else _("the system's error {number}").format(number=error.errno)
