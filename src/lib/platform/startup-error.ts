export type StartupErrorCode =
  | 'settings_invalid'
  | 'port_taken'
  | 'data_dir_in_use'
  | 'data_dir_not_writable'
  | 'data_dir_unreachable'
  | 'database_failed'
  | 'database_unreachable'
  | 'database_is_newer'
  | 'database_too_old'
  | 'database_unsafe'
  | 'migration_failed'
  | 'backup_exists'
  | 'backup_incomplete'
  | 'backup_unreadable'
  | 'backup_is_newer'
  | 'files_unusable'
  | 'nothing_to_back_up'
  | 'restore_not_empty';

/** Why the program cannot start, in one sentence for the person at the terminal. */
export class StartupError extends Error {
  override readonly name = 'StartupError';

  constructor(
    readonly code: StartupErrorCode,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
  }
}
