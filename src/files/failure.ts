/** An error that the user can fix: a full disk, a missing file, a link that leads out of a folder. Its message is for the user. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly action: Action;
  /** The cause and the remedy, without the path: `no permission; change its owner or mode`. */
  readonly reason: string;

  constructor(action: Action, path: string, reason: string, options?: ErrorOptions) {
    super(`Cannot ${action} ${path}: ${reason}`, options);
    this.action = action;
    this.reason = reason;
  }
}

type Action = "read" | "run" | "use" | "watch" | "write";

/** Returns true for a failure of one file, such as an existing name. A full disk fails for all files. */
export function concernsOneFile(error: unknown): error is Failure {
  if (!(error instanceof Failure)) return false;
  const { action, cause } = error;
  return action === "read" || !isSystemError(cause) || ["EEXIST", "EISDIR", "ENAMETOOLONG", "ENOTDIR"].includes(cause.code);
}

/** Runs `act`. Converts a system error to a {@link Failure} with the path, which errors of `write` and `read` lack. */
export function attempt<T>(action: Action, path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw isSystemError(error) ? new Failure(action, concernedPath(path, error), reasonOf(error), { cause: error }) : error;
  }
}

// The fault may be that of a folder above: a file at its place, which cannot be moved away by the name of the other.
function concernedPath(path: string, { path: at }: SystemError): string {
  return at !== undefined && path.startsWith(`${at}/`) ? at : path;
}

/** Describes a system failure in one sentence: what failed, where, and what to do. Returns undefined for any other error. */
export function describeFailure(error: unknown): string | undefined {
  if (error instanceof Failure) return error.message;
  if (!isSystemError(error)) return undefined;
  const { dest, message, path, syscall = "" } = error;
  const file = dest ?? path ?? (syscall === "write" ? "the output" : undefined); // the output may be a terminal, a pipe or a file
  return file === undefined ? message : new Failure(actions[syscall] ?? "use", file, reasonOf(error)).message;
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
  readonly dest?: string;
  readonly syscall?: string;
}

/**
 * Describes a system error that another program has printed, such as `ENOSPC: no space left on device, write`; undefined for any other
 * text.
 * @param folder named if the text has no path
 */
export function describePrintedError(text: string, folder: string): string | undefined {
  const [, code = ""] = /\b(E[A-Z]{2,15}): /.exec(text) ?? [];
  const [, path = folder] = / '(\/[^'\n]{1,1000})'/.exec(text.slice(0, 2000)) ?? [];
  const isFull = /no space left on device/i.test(text); // as esbuild says it
  const reason = reasons[isFull ? "ENOSPC" : code];
  return reason && new Failure("write", path, reason).message;
}

/** Returns true for an error of the operating system, such as ENOSPC. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "errno" in error;
}

// By system call. "open" may be a read or a write.
const actions: Readonly<Record<string, Action>> = {
  ...{ lstat: "read", read: "read", readlink: "read", realpath: "read", scandir: "read", stat: "read" },
  ...{
    copyfile: "write",
    cp: "write",
    link: "write",
    mkdir: "write",
    mkdtemp: "write",
    rename: "write",
    rm: "write",
    unlink: "write",
    write: "write",
  },
  ...{ spawn: "run", watch: "watch" },
};

const noPermission = "no permission; change its owner or mode, or run the command as another user";
const tooManyFiles = "too many files are open; raise the limit with ulimit -n";

const reasons: Readonly<Record<string, string>> = {
  EACCES: noPermission,
  EBUSY: "another program uses it; close that program",
  EDQUOT: "your quota of disk space is used up; make room and run the command again",
  EEXIST: "it exists already; move it away",
  EINVAL: "the file system does not allow it",
  EIO: "the disk reports an error; check the disk",
  EISDIR: "it is a folder, not a file",
  ELOOP: "its links lead in a circle, or through too many others; remove one of them",
  EMFILE: tooManyFiles,
  ENAMETOOLONG: "its path is too long; shorten the names in it",
  ENFILE: tooManyFiles,
  ENOENT: "it does not exist; restore it, or correct the path",
  ENOSPC: "the disk is full; make room and run the command again",
  ENOTEMPTY: "another command has written into it meanwhile; choose another folder, or move it away",
  ENOTDIR: "a part of its path is not a folder",
  EPERM: noPermission,
  EROFS: "the file system is read-only; run the command where files may be written",
  ETXTBSY: "another program uses it; close that program",
};

function reasonOf({ code, message, syscall }: SystemError): string {
  if (syscall === "watch" && (code === "ENOSPC" || code === "EMFILE"))
    return "the system watches no more files; raise fs.inotify.max_user_watches and max_user_instances";
  return reasons[code] ?? message;
}
