import { client } from '$lib/access/client';
import { failureText } from '$lib/access/failure-text';
import { m } from '$lib/paraglide/messages.js';
import { atMost } from '$lib/platform/at-most';
import { isAppError } from '$lib/platform/errors';
import { largestFile } from './limits';
import { forgetUpload, uploadIdFor } from './remembered';
import type { StoredFile, UploadAccept } from './schema';
import { send, sentenceOf } from './send';

/** What is sent instead of the file itself, for example sealed. */
export interface Prepared {
  id: string;
  content: Blob;
}

interface Place {
  cohortId: string;
  accept: UploadAccept;
  /** @throws AppError with a sentence of the browser's; DOMException `AbortError` where the person changed her mind */
  prepare?: ((file: File) => Promise<Prepared>) | undefined;
  onuploaded: (file: StoredFile) => void;
}

/** One file on its way. */
export class Uploading {
  readonly key = Symbol('an upload');
  state = $state<'queued' | 'preparing' | 'sending' | 'waiting' | 'checking' | 'failed'>('queued');
  sentBytes = $state(0);
  totalBytes = $state(0);
  /** Why it failed, and whether trying again could help. */
  failure = $state<{ text: string; canRetry: boolean }>();
  #abort = new AbortController();
  #prepared: Prepared | undefined;

  constructor(
    readonly file: File,
    readonly place: Place,
  ) {
    this.totalBytes = file.size;
  }

  get name(): string {
    return this.file.name;
  }

  /** Null where it failed or was cancelled. */
  async run(): Promise<StoredFile | null> {
    const { file, place } = this;
    const { cohortId, accept } = place;
    this.failure = undefined;
    if (file.size > largestFile[accept])
      return this.#fail(m.error_file_too_large({ megabytes: largestFile[accept] / 1e6 }), false);
    if (file.size === 0) return this.#fail(m.error_file_empty(), false);
    try {
      const { id, content } = await this.#prepare();
      this.totalBytes = content.size;
      this.state = 'sending';
      const stored = await send({
        ...{ cohortId, id, accept, content, name: file.name },
        signal: this.#abort.signal,
        onProgress: (sent) => {
          this.sentBytes = sent;
          this.state = sent === content.size ? 'checking' : 'sending';
        },
        onWaiting: (isWaiting) => {
          if (isWaiting) this.state = 'waiting';
          else if (this.state === 'waiting') this.state = 'sending';
        },
      });
      forgetUpload(cohortId, file);
      return stored;
    } catch (error) {
      const isGivenUp = this.#abort.signal.aborted || (error as Error).name === 'AbortError';
      if (isGivenUp) return null;
      const code = isAppError(error) ? error.appCode : '';
      const own = code && !sentenceOf(error) ? failureText(error) : m.upload_unreadable();
      // What the server found wrong with the file, it has thrown away already.
      if (code.startsWith('file_')) forgetUpload(cohortId, file);
      return this.#fail(sentenceOf(error) ?? own, !/^(file|attachment)_/.test(code));
    }
  }

  async #prepare(): Promise<Prepared> {
    const { file, place } = this;
    if (!place.prepare) return { id: uploadIdFor(place.cohortId, file), content: file };
    this.state = 'preparing';
    // The same once more: another sealing would be other bytes under the same name.
    return (this.#prepared ??= await place.prepare(file));
  }

  /** Stops sending; what has arrived stays for a day, in case the file is chosen again. */
  stop(): void {
    this.#abort.abort();
  }

  /** Stops for good. */
  async cancel(): Promise<void> {
    this.stop();
    const { cohortId, prepare } = this.place;
    const id = prepare ? this.#prepared?.id : uploadIdFor(cohortId, this.file);
    forgetUpload(cohortId, this.file);
    // Nobody waits for it; what is left is swept away within a day.
    if (id) await client.upload.cancel.mutate({ cohortId, id }).catch(() => {});
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
    for (const file of files) {
      const upload = new Uploading(file, this.#place());
      this.list.push(upload);
      void this.#run(upload);
    }
  }

  retry(upload: Uploading): void {
    upload.state = 'queued';
    void this.#run(upload);
  }

  cancel(upload: Uploading): void {
    if (upload.state === 'failed') forgetUpload(upload.place.cohortId, upload.file);
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
    if (!file && upload.failure) return;
    const isWanted = this.list.some(({ key }) => key === upload.key);
    this.#remove(upload);
    if (!file || !isWanted) return;
    this.news = m.upload_done({ name: upload.name });
    this.#place().onuploaded(file);
  }

  #remove({ key }: Uploading): void {
    this.list = this.list.filter((one) => one.key !== key);
  }
}
