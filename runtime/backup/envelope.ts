import { closeSync, createReadStream, createWriteStream, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { Fault } from "@/runtime/fault";

/** Compressed, closed to these recipients, on disk and whole before it has its name: what is there is never half. */
export async function sealInto(file: string, content: AsyncIterable<Uint8Array>, recipients: string[]): Promise<void> {
  const half = `${file}.${process.pid}.part`;
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const packed = Readable.from(content, { objectMode: false }).compose<NodeJS.ReadWriteStream & Readable>(createGzip());
  try {
    const closed = await encrypter.encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>);
    await pipeline(Readable.fromWeb(closed as NodeStream<Uint8Array>), createWriteStream(half, { mode: 0o600 }));
    flush(half);
    renameSync(half, file);
    if (process.platform !== "win32") flush(path.dirname(file));
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

function flush(place: string): void {
  const handle = openSync(place, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** What was closed into `file`, for whoever holds one of its keys. */
export async function openEnvelope(file: string, identities: string[]): Promise<Readable> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    const open = await decrypter.decrypt(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>);
    return Readable.fromWeb(open as NodeStream<Uint8Array>).compose<NodeJS.ReadWriteStream & Readable>(createGunzip());
  } catch {
    throw new Fault(
      `${file} does not open with the keys given. Name the file that holds your key: --identity FILE. If it is the right one, the backup is damaged: take another.`,
    );
  }
}
