import "server-only";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** Files as one zip, all of the same moment. */
export async function zipOf(files: readonly { name: string; text: string }[], madeAt: Date): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, text } of files) zip.addBuffer(Buffer.from(text, "utf8"), name, { mtime: madeAt });
  zip.end();
  return buffer(zip.outputStream);
}
