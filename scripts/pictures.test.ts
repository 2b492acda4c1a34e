import { expect, it } from "vitest";
import { difference, type Small } from "../bench/picture-compare";

const paper = 244;
const ink = 30;

/** A page of 1440 by 1200, a sixth of it: lines of text, and a chart of 360 by 180 whose line climbs. */
function page({ isDrawn = true, noise = 0, height = 200 } = {}): Small {
  const width = 240;
  const grey = Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const isText = y < 60 && y % 4 === 0 && (x * 7 + y * 3) % 5 < 2;
    const isChart = isDrawn && x >= 40 && x < 100 && y >= 100 && y < 130;
    const isLine = isChart && Math.abs(130 - (x - 40) / 2 - y) < 2;
    const drawn = isLine || isText ? ink : isChart && y % 10 === 0 ? 200 : paper;
    return drawn + (i % 2 === 0 ? noise : -noise);
  });
  return { width, height, grey, png: "" };
}

it("takes a page for what it was when only its letters are drawn a little otherwise", () => {
  expect(difference(page(), page())).toBeNull();
  expect(difference(page(), page({ noise: 6 }))).toBeNull();
});

it("sees that a chart is empty, and that a page has grown", () => {
  expect(difference(page(), page({ isDrawn: false }))).toMatch(/^\d+ squares differ/);
  expect(difference(page({ isDrawn: false }), page())).toMatch(/^\d+ squares differ/);
  expect(difference(page(), page({ height: 204 }))).toBe("1224 high, not 1200");
});
