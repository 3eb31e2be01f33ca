import { client } from '$lib/access/client';
import { m } from '$lib/paraglide/messages.js';
import { atMost } from '$lib/platform/at-most';
import { largestUpload } from './limits';
import { forgetUpload, uploadIdFor } from './remembered';
import type { StoredFile, UploadAccept } from './schema';
import { send, sentenceOf } from './send';

interface Place {
  cohortId: string;
  accept: Exclude<UploadAccept, 'sealed'>;
  onuploaded: (file: StoredFile) => void;
}

/** One file on its way. */
export class Uploading {
  readonly key = Symbol('an upload');
  state = $state<'queued' | 'sending' | 'waiting' | 'checking' | 'failed'>('queued');
  sentBytes = $state(0);
  /** Why it failed, and whether trying again could help. */
  failure = $state<{ text: string; canRetry: boolean }>();
  #abort = new AbortController();

  constructor(
    readonly file: File,
    readonly cohortId: string,
    readonly accept: UploadAccept,
  ) {}

  get name(): string {
    return this.file.name;
  }

  /** Null where it failed or was cancelled. */
  async run(): Promise<StoredFile | null> {
    const { file, cohortId, accept } = this;
    this.failure = undefined;
    const tooLarge = accept !== 'both' && file.size > largestUpload[accept];
    if (tooLarge || file.size > largestUpload.both)
      return this.#fail(m.error_file_too_large({ megabytes: largestUpload[accept] / 1e6 }), false);
    if (file.size === 0) return this.#fail(m.error_file_empty(), false);
    this.state = 'sending';
    try {
      const stored = await send({
        cohortId,
        id: uploadIdFor(cohortId, file),
        name: file.name,
        accept,
        content: file,
        signal: this.#abort.signal,
        onProgress: (sent) => {
          this.sentBytes = sent;
          this.state = sent === file.size ? 'checking' : 'sending';
        },
        onWaiting: (isWaiting) => {
          if (isWaiting) this.state = 'waiting';
          else if (this.state === 'waiting') this.state = 'sending';
        },
      });
      forgetUpload(cohortId, file);
      return stored;
    } catch (error) {
      if (this.#abort.signal.aborted) return null;
      const sentence = sentenceOf(error);
      const code = (error as { appCode?: string }).appCode ?? '';
      // What the server found wrong with the file, it has thrown away already.
      if (code.startsWith('file_')) forgetUpload(cohortId, file);
      return this.#fail(sentence ?? m.upload_unreadable(), !code.startsWith('file_'));
    }
  }

  /** Stops sending; what has arrived stays for a day, in case the file is chosen again. */
  stop(): void {
    this.#abort.abort();
  }

  /** Stops for good. */
  async cancel(): Promise<void> {
    this.stop();
    const id = uploadIdFor(this.cohortId, this.file);
    forgetUpload(this.cohortId, this.file);
    // Nobody waits for it; what is left is swept away within a day.
    await client.upload.cancel.mutate({ cohortId: this.cohortId, id }).catch(() => {});
  }

  #fail(text: string, canRetry: boolean): null {
    this.state = 'failed';
    this.failure = { text, canRetry };
    return null;
  }
}

/** All the files that a field has on their way. */
export class Uploads {
  list = $state<Uploading[]>([]);
  /** What a screen reader is told. */
  news = $state('');
  #place: () => Place;
  #inTurn = atMost(2);

  constructor(place: () => Place) {
    this.#place = place;
  }

  add(files: Iterable<File>): void {
    const { cohortId, accept } = this.#place();
    for (const file of files) {
      const upload = new Uploading(file, cohortId, accept);
      this.list.push(upload);
      void this.#run(upload);
    }
  }

  retry(upload: Uploading): void {
    upload.state = 'queued';
    void this.#run(upload);
  }

  cancel(upload: Uploading): void {
    if (upload.state === 'failed') forgetUpload(upload.cohortId, upload.file);
    else void upload.cancel();
    this.#remove(upload);
    this.news = m.upload_cancelled({ name: upload.name });
  }

  /** When the page is left. */
  stop(): void {
    for (const upload of this.list) upload.stop();
  }

  async #run(upload: Uploading): Promise<void> {
    const file = await this.#inTurn(() => upload.run());
    if (upload.failure) this.news = `${upload.name}: ${upload.failure.text}`;
    if (!file || !this.list.some(({ key }) => key === upload.key)) return;
    this.#remove(upload);
    this.news = m.upload_done({ name: file.name });
    this.#place().onuploaded(file);
  }

  #remove({ key }: Uploading): void {
    this.list = this.list.filter((one) => one.key !== key);
  }
}
