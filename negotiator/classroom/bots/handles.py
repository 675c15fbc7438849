"""How many connections this process may hold: many systems allow 256 unless asked for more."""


def allow_handles(wanted: int) -> None:
    """Ask the system for so many open files; as many as it gives where that is fewer. Windows sets no such limit."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(most, soft), hard))
