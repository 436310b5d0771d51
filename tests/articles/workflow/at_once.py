"""Doing several things at the same instant, and things whose process is killed half-way."""

import os
import signal
import threading

from django.db import connections


def together(*actions):
    """Do all at once, each in a thread with a connection of its own; what they raised."""
    start, raised = threading.Barrier(len(actions)), []

    def do(action):
        start.wait()
        try:
            action()
        except Exception as error:
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=do, args=[action]) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def killed_after(seconds, action):
    """Do it in a process of its own, which gets a SIGKILL after so long; whether that came in time."""
    connections.close_all()
    child = os.fork()
    if not child:
        try:
            action()
        finally:
            os._exit(0)
    timer = threading.Timer(seconds, os.kill, [child, signal.SIGKILL])
    timer.start()
    _, status = os.waitpid(child, 0)
    timer.cancel()
    timer.join()
    return os.WIFSIGNALED(status)
