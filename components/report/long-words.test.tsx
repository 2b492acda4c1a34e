import { Document, Page, renderToBuffer, View } from "@react-pdf/renderer";
import { expect, it } from "vitest";
import { prepareFonts, sans } from "./fonts";
import { Words } from "./words";

const width = 300;

/** Where each piece of text ends, by another program than the one that wrote it; and all of it. */
async function read(text: string) {
  await prepareFonts();
  const file = await renderToBuffer(
    <Document>
      <Page size={[width, 400]} style={{ fontFamily: sans, padding: 40 }}>
        <View>
          <Words>{text}</Words>
        </View>
      </Page>
    </Document>,
  );
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const page = await (await getDocument({ data: new Uint8Array(file) }).promise).getPage(1);
  const items = (await page.getTextContent()).items.flatMap((item) => ("str" in item ? [item] : []));
  return {
    right: Math.max(...items.map(({ transform, width: long }) => (transform[4] as number) + long)),
    text: items.map(({ str }) => str).join(""),
  };
}

it.each([
  ["an address", `https://example.org/${"a1b2c3d4/".repeat(20)}`],
  ["one word without an end", "Donaudampfschifffahrt".repeat(8)],
  ["one of Arabic letters", "ليلى".repeat(60)],
])("keeps %s that is longer than a line on its page, and all of it", async (_, word) => {
  const { right, text } = await read(`See ${word} for it.`);
  expect(right).toBeLessThanOrEqual(width - 40 + 1);
  expect(text.replaceAll(/[\s-]/g, "").length).toBeGreaterThanOrEqual(word.replaceAll("-", "").length);
});

it("breaks no word that fits", async () => {
  const { text } = await read(
    "Fear of intimacy, Bindungsvermeidungsverhalten and Rhabarberkuchenzubereitung, told in plain words.",
  );
  expect(text).not.toContain("-");
});
