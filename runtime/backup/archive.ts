import { createHash, type Hash } from "node:crypto";
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract, type Header, type Pack, pack } from "tar-stream";
import { z } from "zod";
import { openEnvelope, sealInto } from "@/runtime/backup/envelope";
import { codeOf, Fault } from "@/runtime/fault";

const sumsName = "sums.json";

export type Put = {
  directory: (name: string) => Promise<void>;
  bytes: (name: string, content: Buffer) => Promise<void>;
  /** As long as it is now; what a running database adds meanwhile is in its log. False when it is gone already. */
  file: (name: string, from: string) => Promise<boolean>;
};

export type Entry = { name: string; isDirectory: boolean; content: AsyncIterable<Buffer> };

/** One closed file of many. Its last entry says what each of the others hashes to. */
export async function writeArchive(
  file: string,
  recipients: string[],
  fill: (put: Put) => Promise<void>,
): Promise<void> {
  const tar = pack();
  const sums: Record<string, string> = {};
  const put = puttingInto(tar, sums);
  const filled = fill(put)
    .then(() => put.bytes(sumsName, Buffer.from(JSON.stringify(sums))))
    .then(
      () => tar.finalize(),
      (error: unknown) => {
        tar.destroy(error instanceof Error ? error : new Error("the archive was not filled"));
        throw error;
      },
    );
  const [filling, writing] = await Promise.allSettled([
    filled,
    sealInto(file, tar as AsyncIterable<Buffer>, recipients),
  ]);
  // Why it was not filled says more than that the stream ended.
  if (filling.status === "rejected") throw filling.reason;
  if (writing.status === "rejected") throw writing.reason;
}

function puttingInto(tar: Pack, sums: Record<string, string>): Put {
  const write = async (headers: Partial<Header> & { name: string }, content: AsyncIterable<Buffer>) => {
    const hash = createHash("sha256");
    const entry = tar.entry(headers);
    await pipeline(hashing(content, hash), entry);
    sums[headers.name] = hash.digest("hex");
  };
  return {
    directory: (name) =>
      new Promise((resolve, reject) => {
        tar.entry({ name, type: "directory", mode: 0o700 }, (error) => (error ? reject(error) : resolve()));
      }),
    bytes: (name, content) => write({ name, size: content.length, mode: 0o600 }, Readable.from([content])),
    file: async (name, from) => {
      const handle = await open(from).catch((error: unknown) => {
        if (codeOf(error) === "ENOENT") return null;
        throw error;
      });
      if (!handle) return false;
      try {
        const { size } = await handle.stat();
        await write({ name, size, mode: 0o600 }, exactly(handle.createReadStream({ autoClose: false }), size));
      } finally {
        await handle.close();
      }
      return true;
    },
  };
}

async function* hashing(content: AsyncIterable<unknown>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    if (!Buffer.isBuffer(chunk)) continue;
    hash.update(chunk);
    yield chunk;
  }
}

/** A file of a running database may grow or shrink while it is read: its log sets right what this leaves wrong. */
async function* exactly(content: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let missing = size;
  for await (const chunk of content) {
    const part = chunk.subarray(0, missing);
    missing -= part.length;
    if (part.length > 0) yield part;
    if (missing === 0) return;
  }
  while (missing > 0) {
    const part = Buffer.alloc(Math.min(missing, 65_536));
    missing -= part.length;
    yield part;
  }
}

/** Gives every entry in its order, and looks at the end whether each was what was written. */
export async function readArchive(
  file: string,
  identities: string[],
  take: (entry: Entry) => Promise<void>,
): Promise<void> {
  if (!existsSync(file)) throw new Fault(`${file} is not there.`);
  const tar = extract();
  const seen: Record<string, string> = {};
  let promised: Record<string, string> | undefined;
  const source = await openEnvelope(file, identities);
  const reading = async () => {
    for await (const entry of tar) {
      const { name, type } = entry.header;
      if (name === sumsName) {
        promised = z.record(z.string(), z.string()).parse(JSON.parse((await wholeOf(entry)).toString("utf8")));
        continue;
      }
      const isDirectory = type === "directory";
      const hash = createHash("sha256");
      const content = hashing(entry, hash);
      await take({ name, isDirectory, content });
      // What nobody wanted is read all the same: the next entry comes after it.
      for await (const _ of content);
      if (!isDirectory) seen[name] = hash.digest("hex");
    }
  };
  const damaged = () =>
    new Fault(`${file} is damaged: not all that was written into it is there. Take another backup.`);
  const [, read] = await Promise.allSettled([pipeline(source, tar), reading()]);
  if (read.status === "rejected") throw read.reason instanceof Fault ? read.reason : damaged();
  const names = Object.keys(promised ?? {});
  const isWhole = names.length === Object.keys(seen).length && names.every((name) => seen[name] === promised?.[name]);
  if (!promised || !isWhole) throw damaged();
}

export async function wholeOf(content: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Read again from the disk, opened and compared: a backup that was never read is a hope. */
export const checkArchive = (file: string, identities: string[]): Promise<void> =>
  readArchive(file, identities, async () => undefined);
