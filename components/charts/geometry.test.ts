import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circle, spread } from "@/components/charts/geometry";
import { brokenLine, scale } from "@/components/charts/scales";

describe("scale", () => {
  const score = scale([1, 10], [326, 62]);

  it("maps the ends of the axis to the ends of the plot", () => {
    expect(score(1)).toBe(326);
    expect(score(10)).toBe(62);
    expect(score(5.5)).toBe(194);
  });

  it("keeps every mark on the plot, whatever the value", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        const place = score(value);
        return place >= 62 && place <= 326;
      }),
    );
  });

  it("never turns the order of two values around", () => {
    const value = fc.double({ min: 1, max: 10, noNaN: true });
    fc.assert(fc.property(value, value, (a, b) => (a <= b ? score(a) >= score(b) : score(a) <= score(b))));
  });

  it("refuses a domain without a length", () => {
    expect(() => scale([3, 3], [0, 1])).toThrow(RangeError);
  });
});

describe("brokenLine", () => {
  it("lifts the pen over a gap and never joins across it", () => {
    const path = brokenLine([{ x: 0, y: 1 }, { x: 2, y: 3 }, null, { x: 6, y: 7 }, { x: 8, y: 9 }]);
    expect(path).toBe("M0,1L2,3M6,7L8,9");
  });

  it("draws nothing for nothing", () => {
    expect(brokenLine([])).toBe("");
    expect(brokenLine([null, null])).toBe("");
  });

  it("starts one stroke for every run of points", () => {
    const point = fc.option(fc.record({ x: fc.integer(), y: fc.integer() }), { freq: 2 });
    fc.assert(
      fc.property(fc.array(point), (points) => {
        const runs = points.filter((one, index) => one !== null && (points[index - 1] ?? null) === null).length;
        return (brokenLine(points).match(/M/g) ?? []).length === runs;
      }),
    );
  });
});

describe("spread", () => {
  it("leaves labels alone that already stand apart", () => {
    expect(spread([10, 40, 70], 14, 100)).toEqual([10, 40, 70]);
  });

  it("pushes the lower label down and leaves the upper one in its place", () => {
    expect(spread([10, 12], 14, 100)).toEqual([10, 24]);
    expect(spread([95, 99], 14, 100)).toEqual([86, 100]);
  });

  it("keeps the order and the room, and stays above the floor", () => {
    const places = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 });
    fc.assert(
      fc.property(places, (at) => {
        const result = spread(at, 14, 320);
        const sorted = [...result].sort((a, b) => a - b);
        const roomy = sorted.every((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) >= 14);
        return roomy && result.every((place) => place <= 320);
      }),
    );
  });
});

describe("circle", () => {
  it("is a closed path about its centre", () => {
    expect(circle(10, 10, 4)).toBe("M6 10a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z");
  });
});
