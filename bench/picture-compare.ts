import type { Page } from "@playwright/test";

/** A picture at a sixth of its size and without colour: letters become grey, and what is drawn stays where it is. */
export type Small = { width: number; height: number; grey: readonly number[]; png: string };

const sixth = 6;

/** Made smaller by the browser itself, in a page of nothing. */
export function reduce(page: Page, picture: Buffer): Promise<Small> {
  return page.evaluate(
    async ([base64, by]) => {
      const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
      const whole = await createImageBitmap(blob);
      const [width, height] = [Math.round(whole.width / by), Math.round(whole.height / by)];
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("This browser draws nothing.");
      context.imageSmoothingQuality = "high";
      context.filter = "grayscale(1)";
      context.drawImage(whole, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      const grey = Array.from({ length: width * height }, (_, i) => data[i * 4] ?? 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return { width, height, grey, png: btoa(text) };
    },
    [picture.toString("base64"), sixth] as const,
  );
}

/** A kept picture, as it was kept. */
export function read(page: Page, picture: Buffer): Promise<Small> {
  return page.evaluate(async (base64) => {
    const whole = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(whole.width, whole.height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser draws nothing.");
    context.drawImage(whole, 0, 0);
    const { data } = context.getImageData(0, 0, whole.width, whole.height);
    const grey = Array.from({ length: whole.width * whole.height }, (_, i) => data[i * 4] ?? 0);
    return { width: whole.width, height: whole.height, grey, png: base64 };
  }, picture.toString("base64"));
}

/** A square of 36 pixels of the page differs when its greys do, on average, by more than a face drawn by another machine. */
const side = 6;
const apart = 10;
/** So many may: a caret, a last line that wraps. A chart that is empty is dozens. */
const mayDiffer = 3;
/** How much longer or shorter a page may be, as a share of it. */
const mayGrow = 0.01;

/** What is wrong with a picture beside the one that was kept; null when they are alike. */
export function difference(kept: Small, now: Small): string | null {
  if (kept.width !== now.width) return `${now.width * sixth} wide, not ${kept.width * sixth}`;
  if (Math.abs(kept.height - now.height) > kept.height * mayGrow)
    return `${now.height * sixth} high, not ${kept.height * sixth}`;
  const height = Math.min(kept.height, now.height);
  const squares: string[] = [];
  for (let top = 0; top < height; top += side)
    for (let left = 0; left < kept.width; left += side) {
      let sum = 0;
      let count = 0;
      for (let y = top; y < Math.min(top + side, height); y += 1)
        for (let x = left; x < Math.min(left + side, kept.width); x += 1) {
          sum += Math.abs((kept.grey[y * kept.width + x] ?? 0) - (now.grey[y * now.width + x] ?? 0));
          count += 1;
        }
      if (sum / count > apart) squares.push(`${left * sixth},${top * sixth}`);
    }
  return squares.length > mayDiffer ? `${squares.length} squares differ, the first at ${squares[0]}` : null;
}
