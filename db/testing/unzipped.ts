import { buffer } from "node:stream/consumers";
import { fromBuffer, type ZipFile } from "yauzl";

/** The files of a zip by their names, as an independent reader finds them. */
export async function unzipped(content: Buffer): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(content, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file))),
  );
  const files = new Map<string, string>();
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry) =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        buffer(stream).then((bytes) => {
          files.set(entry.fileName, bytes.toString("utf8"));
          zip.readEntry();
        }, reject);
      }),
    );
    zip.on("end", () => resolve(files));
    zip.on("error", reject);
    zip.readEntry();
  });
}
