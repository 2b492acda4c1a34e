// Draws the icons of a home screen from the logo, and the favicon: node scripts/icons.mjs. They are kept in the repository.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { findChromium } from "./chromium.mjs";
import { root } from "./run-step.mjs";

const paper = "#f6f3eb";
const ink = "#0a5c54";

/** Two circles that nearly touch, over `share` of the width; a system may cut a maskable icon to the circle inside of it. */
function drawn(size, share, ground) {
  const scale = (size * share) / 40;
  const at = `translate(${(size - 40 * scale) / 2} ${(size - 24 * scale) / 2}) scale(${scale})`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="${ground}"/><g transform="${at}"><circle cx="11" cy="12" r="10" fill="${ink}"/><circle cx="30" cy="12" r="8.5" fill="none" stroke="${ink}" stroke-width="2.6"/></g></svg>`;
}

/** An .ico file that holds one PNG: six bytes of head, sixteen that say where the picture is. */
function asIco(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, png]);
}

const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage();
async function png(size, share, ground) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawn(size, share, ground)}`);
  return page.screenshot({ omitBackground: true });
}
mkdirSync(path.join(root, "public/icons"), { recursive: true });
const save = (file, bytes) => writeFileSync(path.join(root, file), bytes);
for (const size of [192, 512]) {
  save(`public/icons/${size}.png`, await png(size, 0.78, paper));
  save(`public/icons/maskable-${size}.png`, await png(size, 0.58, paper));
}
save("public/apple-touch-icon.png", await png(180, 0.68, paper));
save("public/favicon.ico", asIco(await png(32, 1, "transparent"), 32));
await browser.close();
