import { inflateSync } from "node:zlib";

const HEADER = 44;
const RECORD = 20;
const aligned = (length: number) => (length + 3) & ~3;

/**
 * The plain font inside of a WOFF 1.0 file: its tables unpacked and laid behind one another. The renderer would unpack every
 * table in script at each drawing, which took most of its time.
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("This is no WOFF font.");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = HEADER + index * RECORD;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const data = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      data: packed < length ? inflateSync(data) : data,
    };
  });
  const start = 12 + 16 * count;
  const font = Buffer.alloc(tables.reduce((end, { data }) => end + aligned(data.length), start));
  woff.copy(font, 0, 4, 8);
  const power = 2 ** Math.floor(Math.log2(count));
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(power * 16, 6);
  font.writeUInt16BE(Math.log2(power), 8);
  font.writeUInt16BE((count - power) * 16, 10);
  let place = start;
  tables.forEach(({ tag, checksum, data }, index) => {
    const at = 12 + 16 * index;
    tag.copy(font, at);
    font.writeUInt32BE(checksum, at + 4);
    font.writeUInt32BE(place, at + 8);
    font.writeUInt32BE(data.length, at + 12);
    data.copy(font, place);
    place += aligned(data.length);
  });
  return font;
}
