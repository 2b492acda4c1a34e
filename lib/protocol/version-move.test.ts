import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingMove, type VersionMove, withdrawalRefusal } from "@/lib/protocol/version-move";

const move = (id: string, withdraws: string | null = null): VersionMove => ({
  id,
  withdraws,
  effectiveOn: "2026-11-24",
});

describe("the move that can be taken back", () => {
  it("is the newest that stands, and the one before once that is taken back", () => {
    const [one, two] = [move("one"), move("two")];
    expect(standingMove([])).toBeNull();
    expect(standingMove([one, two])).toBe(two);
    expect(standingMove([one, two, move("back", "two")])).toBe(one);
    expect(standingMove([one, move("back", "one")])).toBeNull();
  });
  it("is said by name where it is another, was taken back, or is not on the path", () => {
    const moves = [move("one"), move("two"), move("back", "two"), move("three")];
    expect(withdrawalRefusal(moves, "three")).toBeNull();
    expect(withdrawalRefusal(moves, "one")).toMatch(/moved again after that/);
    expect(withdrawalRefusal(moves, "two")).toMatch(/taken back already/);
    expect(withdrawalRefusal(moves, "back")).toMatch(/not on this path/);
    expect(withdrawalRefusal(moves, "four")).toMatch(/not on this path/);
  });
  it("is one at most, whatever was done before, and taking it back leaves the one before", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (list) => {
        const moves: VersionMove[] = [];
        list.forEach((isBack, i) => {
          const standing = standingMove(moves);
          moves.push(move(`m${i}`, isBack && standing ? standing.id : null));
        });
        const open = moves.filter(({ id }) => withdrawalRefusal(moves, id) === null);
        const standing = standingMove(moves);
        expect(open).toEqual(standing ? [standing] : []);
      }),
    );
  });
});
