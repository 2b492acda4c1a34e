import { expect, it } from "vitest";
import { box, makeBoxKeys, unbox } from "./boxed";

it("opens with its own pair alone, and not once it was changed", async () => {
  const [pair, other] = [await makeBoxKeys(), await makeBoxKeys()];
  const boxed = await box(Buffer.from("Five people."), pair.publicKey);
  expect((await unbox(boxed, pair.privateKey)).toString()).toBe("Five people.");
  expect(Buffer.from(boxed, "base64url").includes("Five people.")).toBe(false);
  await expect(unbox(boxed, other.privateKey)).rejects.toThrow();
  const changed = Buffer.from(boxed, "base64url");
  changed[changed.length - 3] = (changed.at(-3) ?? 0) ^ 1;
  await expect(unbox(changed.toString("base64url"), pair.privateKey)).rejects.toThrow();
  expect(await box(Buffer.from("Five people."), pair.publicKey)).not.toBe(boxed);
});
