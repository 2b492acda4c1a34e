import fc from "fast-check";
import { expect, it } from "vitest";
import { type Deed, deeds, world } from "./words-survive.testing";

/** What was found wrong once, or would be with one line less. */
const known: [Deed[]][] = [
  // Words that wait on the device for another tab, and were not shown in this one.
  [["key", "other tab", "key", "offline", "switch", "back", "key"]],
  // A lost answer, and words from elsewhere that stand meanwhile.
  [["other device", "switch", "answer lost", "key", "wait", "switch", "key", "wait", "switch", "wait", "key", "wait"]],
  // A sending overtaken by a newer one.
  [["sent late", "key", "look away", "key", "wait", "sent late"]],
  // A text taken in another's place, and gone on with.
  [["other device", "key", "wait", "switch", "key", "wait", "take", "key", "wait"]],
  // A form that was refused, and its page put away before its words were sent by themselves.
  [["key", "submit", "key", "submit", "put away"]],
  // Written after the form had gone, and the page opened anew.
  [["key", "submit", "key", "reload"]],
  // A key between a sending and its answer, and the network away before the next.
  [["slow", "key", "wait", "key", "offline", "quick", "put away"]],
  [["slow", "key", "wait", "key", "answer"]],
  // Written without a network, while the other device sent what stood before.
  [["key", "wait", "offline", "key", "put away", "online", "other device", "submit", "switch", "open"]],
];

it("lose nothing that was typed or called saved, and double nothing, in any order of what people and networks do", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 15 }), async (all) => {
      expect(await world().play(all)).toEqual([]);
    }),
    { numRuns: 500, examples: known },
  );
});
