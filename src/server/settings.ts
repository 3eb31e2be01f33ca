import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readClamdAddress, type ClamdAddress } from '$lib/platform/files/scanner.server';
import { readS3Address, type S3Address } from '$lib/platform/files/s3-store.server';
import { StartupError } from '$lib/platform/startup-error';

/** What the person who runs the program decides. */
export interface Settings {
  port: number;
  host: string;
  /** The address that people type, without a slash at the end. */
  origin: string;
  dataDir: string;
  /** An external PostgreSQL; null starts the embedded one. */
  database: { appUrl: string; ownerUrl: string } | null;
  /** A bucket for the files; null puts them into the data directory. */
  s3: S3Address | null;
  /** null takes files that nothing has scanned for viruses. */
  clamd: ClamdAddress | null;
  /** null lets mails wait in the outbox. */
  smtpUrl: string | null;
  /** After how many days backups are deleted: told on the page "How we protect". */
  backupDays: number | null;
  /** Whose X-Forwarded-For counts: addresses and networks separated by commas. */
  trustProxy: string | false;
  /** null keeps /metrics closed to other machines. */
  metricsToken: string | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Fills an empty database with the demo cohort. */
  demo: boolean;
}

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

const isUrlOf = (protocols: string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

const postgresUrl = z.string().refine(isUrlOf(['postgres:', 'postgresql:']), {
  error: 'must look like postgresql://user:password@host:5432/database',
});

const isAcceptableOrigin = (text: string) => {
  if (!isUrlOf(['http:', 'https:'])(text)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(text);
  const isBare = pathname === '/' && search === '' && hash === '';
  return isBare && (protocol === 'https:' || LOCAL_HOSTS.includes(hostname));
};

const isNetwork = (text: string) => {
  const [address, bits, ...rest] = text.split('/');
  const version = isIP(address ?? '');
  if (version === 0 || rest.length > 0) return NAMED_NETWORKS.includes(text);
  const largest = version === 4 ? 32 : 128;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= largest);
};

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, { error: 'must be a number from 1 to 65535' })
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, { error: 'must be a number from 1 to 65535' })
    .default(3000),
  HOST: z.string().default('localhost'),
  ORIGIN: z
    .string()
    .refine(isAcceptableOrigin, {
      error:
        'must be the address that people type, such as https://werkraum.example (http only for localhost)',
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  WERKRAUM_DATA_DIR: z.string().optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  SMTP_URL: z
    .string()
    .refine(isUrlOf(['smtp:', 'smtps:']), {
      error: 'must look like smtps://user:password@mail.example:465',
    })
    .optional(),
  FILES_URL: z
    .string()
    .refine((text) => readS3Address(text) !== null, {
      error: 'must look like s3://KEY:SECRET@host/bucket?region=eu-central-1',
    })
    .transform(readS3Address)
    .optional(),
  CLAMD_URL: z
    .string()
    .refine((text) => readClamdAddress(text) !== null, {
      error: 'must look like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl',
    })
    .transform(readClamdAddress)
    .optional(),
  BACKUP_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'must be a number of days from 1 to 9999' })
    .transform(Number)
    .optional(),
  TRUST_PROXY: z
    .string()
    .refine((text) => text.split(',').every((part) => isNetwork(part.trim())), {
      error: `must list addresses or networks, such as 10.0.0.1,192.168.0.0/16, or ${NAMED_NETWORKS.join(', ')}`,
    })
    .optional(),
  METRICS_TOKEN: z.string().min(16, { error: 'needs 16 characters or more' }).optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .optional(),
});

/** Flags that stand for a setting of the environment, and win over it. */
const FLAGS = {
  port: 'PORT',
  host: 'HOST',
  origin: 'ORIGIN',
  'data-dir': 'WERKRAUM_DATA_DIR',
} as const;

/**
 * Reads the settings from the environment and the command line. An empty variable counts as absent.
 *
 * @throws StartupError `settings_invalid`, naming the setting
 */
export function readSettings(env: Record<string, string | undefined>, args: string[]): Settings {
  const flags = readFlags(args);
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  for (const [flag, name] of Object.entries(FLAGS)) {
    const value = flags[flag as keyof typeof FLAGS];
    if (value !== undefined) given[name] = value;
  }
  const { data, error } = schema.safeParse(given);
  if (error) throw invalid(error.issues[0]!, flags);
  const demo = flags.demo ?? false;
  return {
    port: data.PORT,
    host: data.HOST,
    origin: data.ORIGIN ?? `http://localhost:${data.PORT}`,
    dataDir: data.WERKRAUM_DATA_DIR ?? (demo ? '.werkraum-demo' : '.werkraum'),
    database: databaseOf(data),
    s3: data.FILES_URL ?? null,
    clamd: data.CLAMD_URL ?? null,
    smtpUrl: data.SMTP_URL ?? null,
    backupDays: data.BACKUP_DAYS ?? null,
    trustProxy: data.TRUST_PROXY ?? false,
    metricsToken: data.METRICS_TOKEN ?? null,
    // The demo's first lines are for people: its table of sign-ins must not drown in log lines.
    logLevel: data.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    demo,
  };
}

function readFlags(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      options: {
        port: text,
        host: text,
        origin: text,
        'data-dir': text,
        demo: { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    throw new StartupError('settings_invalid', (cause as Error).message, { cause });
  }
}

function databaseOf({ DATABASE_URL, DATABASE_OWNER_URL }: z.output<typeof schema>) {
  if (!DATABASE_URL && !DATABASE_OWNER_URL) return null;
  const missing = DATABASE_URL ? 'DATABASE_OWNER_URL' : 'DATABASE_URL';
  if (!DATABASE_URL || !DATABASE_OWNER_URL) {
    throw new StartupError(
      'settings_invalid',
      `${missing} is missing: an external database needs DATABASE_URL for the running program and DATABASE_OWNER_URL for migrations.`,
    );
  }
  return { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL };
}

function invalid(issue: z.core.$ZodIssue, flags: ReturnType<typeof readFlags>): StartupError {
  const name = String(issue.path[0]);
  const flag = Object.entries(FLAGS).find(([, variable]) => variable === name)?.[0];
  const isFlag = flag !== undefined && flags[flag as keyof typeof FLAGS] !== undefined;
  return new StartupError('settings_invalid', `${isFlag ? `--${flag}` : name} ${issue.message}.`);
}
