"""The shell of the harness: leads the session, runs a program as a job, tells what becomes of it.

Run as ``python -I -S job_shell.py TTY REPORTS COMMANDS IGNORED INPUT PLACE PROGRAM ARGUMENT…``.
REPORTS and COMMANDS are file descriptors; with the PLACE ``behind`` the job begins without the
terminal. It writes ``pid N CLOCK``, ``stopped SIGNAL RESTORED`` and ``ended STATUS KIBIBYTES`` as
lines: CLOCK is when the job was started, KIBIBYTES the most memory that it held. As a shell does,
it gives the terminal to the job, takes it back and resets it when the job stops, and continues it
in front at the command ``fg`` and behind at ``bg``.
"""

import os
import signal
import sys
import termios
from time import perf_counter

terminal = os.open(sys.argv[1], os.O_RDWR)  # a session leader's first terminal becomes its own
reports, commands = int(sys.argv[2]), int(sys.argv[3])
ignored = {int(number) for number in sys.argv[4].split(",") if number}
at_rest = termios.tcgetattr(terminal)
for number in (signal.SIGTTOU, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
    signal.signal(number, signal.SIG_IGN)

started = perf_counter()
job = os.fork()
if job == 0:
    os.setpgid(0, 0)
    if sys.argv[6] != "behind":
        os.tcsetpgrp(terminal, os.getpid())
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        if number < signal.SIGRTMIN:
            signal.signal(number, signal.SIG_IGN if number in ignored else signal.SIG_DFL)
    source = os.open(sys.argv[5], os.O_RDONLY) if sys.argv[5] else terminal
    os.dup2(source, 0)
    os.dup2(terminal, 1)
    os.dup2(terminal, 2)
    os.closerange(3, 64)
    os.execvp(sys.argv[7], sys.argv[7:])

os.write(reports, b"pid %d %f\n" % (job, started))
while True:
    _, status, usage = os.wait4(job, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        restored = termios.tcgetattr(terminal) == at_rest
        os.tcsetpgrp(terminal, os.getpgrp())
        termios.tcsetattr(terminal, termios.TCSADRAIN, at_rest)
        os.write(reports, b"stopped %d %d\n" % (os.WSTOPSIG(status), restored))
        command = os.read(commands, 3)
        if not command:
            break
        if command == b"fg\n":
            os.tcsetpgrp(terminal, job)
        os.killpg(job, signal.SIGCONT)
    else:
        code = os.waitstatus_to_exitcode(status)
        os.write(reports, b"ended %d %d\n" % (code, usage.ru_maxrss))
        break
