"""Strand → thread: what each letter did to a promise, its status, its slips, and proof of silence."""

from tracker.status.verdict import judge, judge_all, thread_id

__all__ = ["judge", "judge_all", "thread_id"]
