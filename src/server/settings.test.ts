import { describe, expect, it } from 'vitest';
import { readSettings } from './settings';

describe('settings', () => {
  it('need nothing for a first start', () => {
    expect(readSettings({}, [])).toEqual({
      port: 3000,
      host: 'localhost',
      origin: 'http://localhost:3000',
      dataDir: '.werkraum',
      database: null,
      s3: null,
      clamd: null,
      smtpUrl: null,
      backupDays: null,
      trustProxy: false,
      metricsToken: null,
      logLevel: 'info',
      demo: false,
    });
  });

  it('come from the environment, and an empty variable counts as absent', () => {
    const settings = readSettings(
      {
        PORT: '8080',
        HOST: '0.0.0.0',
        ORIGIN: 'https://werkraum.example/',
        WERKRAUM_DATA_DIR: '/srv/werkraum',
        DATABASE_URL: 'postgresql://app@db/werkraum',
        DATABASE_OWNER_URL: 'postgres://owner@db/werkraum',
        SMTP_URL: 'smtps://user:secret@mail.example:465',
        TRUST_PROXY: 'loopback, 10.0.0.0/8,fe80::/10',
        METRICS_TOKEN: '0123456789abcdef',
        LOG_LEVEL: '',
      },
      [],
    );
    expect(settings).toMatchObject({
      port: 8080,
      origin: 'https://werkraum.example',
      database: {
        appUrl: 'postgresql://app@db/werkraum',
        ownerUrl: 'postgres://owner@db/werkraum',
      },
      trustProxy: 'loopback, 10.0.0.0/8,fe80::/10',
      logLevel: 'info',
    });
  });

  it('on the command line win', () => {
    const settings = readSettings({ PORT: '8080' }, ['--port', '9000', '--data-dir=x', '--demo']);
    expect(settings).toMatchObject({
      port: 9000,
      origin: 'http://localhost:9000',
      dataDir: 'x',
      demo: true,
    });
  });

  it.each([
    [{ PORT: 'abc' }, [], 'PORT must be a number from 1 to 65535.'],
    [{ PORT: '70000' }, [], 'PORT must be a number from 1 to 65535.'],
    [{}, ['--port', '0'], '--port must be a number from 1 to 65535.'],
    [{ ORIGIN: 'http://werkraum.example' }, [], 'ORIGIN must be the address'],
    [{ ORIGIN: 'https://werkraum.example/path' }, [], 'ORIGIN must be the address'],
    [{ ORIGIN: 'werkraum' }, [], 'ORIGIN must be the address'],
    [{ DATABASE_URL: 'mysql://db/x' }, [], 'DATABASE_URL must look like'],
    [{ DATABASE_URL: 'postgres://db/x' }, [], 'DATABASE_OWNER_URL is missing'],
    [{ DATABASE_OWNER_URL: 'postgres://db/x' }, [], 'DATABASE_URL is missing'],
    [{ SMTP_URL: 'mail.example' }, [], 'SMTP_URL must look like'],
    [{ FILES_URL: 's3://bucket' }, [], 'FILES_URL must look like s3://'],
    [{ CLAMD_URL: 'http://clamd' }, [], 'CLAMD_URL must look like tcp://'],
    [{ TRUST_PROXY: 'all' }, [], 'TRUST_PROXY must list'],
    [{ TRUST_PROXY: '10.0.0.0/40' }, [], 'TRUST_PROXY must list'],
    [{ METRICS_TOKEN: 'short' }, [], 'METRICS_TOKEN needs 16 characters'],
    [{ BACKUP_DAYS: '0' }, [], 'BACKUP_DAYS must be a number of days'],
    [{ LOG_LEVEL: 'loud' }, [], 'LOG_LEVEL must be'],
    [{}, ['--prot', '80'], '--prot'],
    [{}, ['demo'], 'demo'],
  ])('%j %j is refused by name', (env, args, sentence) => {
    const read = () => readSettings(env, args);
    expect(read).toThrow(expect.objectContaining({ code: 'settings_invalid' }));
    expect(read).toThrow(sentence);
  });
});
