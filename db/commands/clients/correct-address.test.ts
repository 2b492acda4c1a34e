import { describe, expect, it } from "vitest";
import { getCorrections, viewNewAddress, viewOpenAddressChange } from "@/db/queries/clients/corrections";
import { viewLink } from "@/db/queries/identity/link";
import { mayWriteTo } from "@/db/queries/letters/address-safety";
import { client } from "@/db/schema/clients";
import { type Scope, withScope } from "@/db/scope";
import { mailed } from "@/db/testing/mailed";
import { anotherPassword, goodPassword, later, mintPerson, newCaller, peoplePool } from "@/db/testing/people";
import type { StaffActor } from "@/lib/actor";
import type { AddressChangeForm } from "@/lib/clients/correction-forms";
import { createInvitation } from "../identity/create-invitation";
import { signInWithPassword } from "../identity/sign-in";
import { confirmAddress } from "./confirm-address";
import { correctAddress, dropAddressChange } from "./correct-address";

const pool = peoplePool();
const now = new Date("2026-11-23T10:00:00Z");

async function home({ hasCome = true } = {}) {
  const owner = await mintPerson(pool, now);
  const { practiceId } = owner;
  const ines = await mintPerson(pool, now, {
    ...{ role: "client", practiceId, therapistId: owner.accountId, password: hasCome },
  });
  const therapist: StaffActor = {
    ...{ kind: "staff", role: "owner", practiceId, accountId: owner.accountId, sessionId: owner.accountId },
    ...{ name: "Alma Keller", zone: "Europe/London" },
  };
  const as = <T>(run: (scope: Scope<StaffActor>) => Promise<T>, at = now) => withScope(pool, therapist, at, run);
  const [{ clientId } = { clientId: "" }] = await as(({ tx }) => tx.select({ clientId: client.id }).from(client));
  const email = `${ines.accountId}@new.example`;
  const form: AddressChangeForm = {
    ...{ clientId, email, addressSafety: "safe", oldUnsafe: false, reason: "Mistyped at enrolment." },
  };
  const ask = (change: Partial<AddressChangeForm> = {}, at = now) =>
    as((scope) => correctAddress(scope, { ...form, ...change }), at);
  const post = (at = later(now, 1)) => mailed(pool, practiceId, at);
  const enters = async (address: string) =>
    (await signInWithPassword(pool, { email: address, password: goodPassword }, newCaller(), now)).result;
  return { ines, clientId, email, as, ask, post, enters };
}

const confirm = (token: string, password = goodPassword, at = now) =>
  confirmAddress(pool, { token, password }, newCaller(), at);

const askedFor = (changed: Awaited<ReturnType<typeof correctAddress>>) => {
  if (changed.is !== "asked") throw new Error("expected a link to be confirmed");
  return changed;
};

describe("an address that was mistyped at enrolment", () => {
  it("is changed at once, and what the stranger got opens nothing any more", async () => {
    const { ines, clientId, email, as, ask, post } = await home({ hasCome: false });
    const { token } = await as((scope) => createInvitation(scope, { accountId: ines.accountId }));
    expect(await ask()).toEqual({ is: "changed", accountId: ines.accountId });
    expect(await viewLink(pool, token, "invitation", now)).toBeUndefined();
    const again = await as((scope) => createInvitation(scope, { accountId: ines.accountId }));
    expect(await viewLink(pool, again.token, "invitation", now)).toMatchObject({ email });
    expect((await post()).map(({ to }) => to)).toEqual([email]);
    expect(await as((scope) => getCorrections(scope, clientId))).toMatchObject([
      { field: "email", before: ines.email, after: email, reason: "Mistyped at enrolment." },
    ]);
  });

  it("gets no letter where nobody called the new one safe", async () => {
    const { ines, as, ask, post } = await home({ hasCome: false });
    await ask({ addressSafety: "unknown" });
    await as((scope) => createInvitation(scope, { accountId: ines.accountId }));
    expect(await as((scope) => mayWriteTo(scope, ines.accountId))).toBe(false);
    expect(await post()).toEqual([]);
  });
});

describe("another address of somebody who signs in", () => {
  it("holds once they confirm it with their password; the old one is told, and not of which", async () => {
    const { ines, clientId, email, as, ask, post, enters } = await home();
    askedFor(await ask());
    expect(await enters(ines.email)).toBe("session");
    const [letter] = await post();
    expect(letter).toMatchObject({ kind: "address-link", to: email });
    const token = letter?.link?.token ?? "";
    expect(await viewNewAddress(pool, token, now)).toBe(email);
    expect(await confirm(token, anotherPassword)).toHaveProperty("problem");
    expect(await enters(email)).toBe("refused");
    expect(await confirm(token)).toEqual({ email });
    expect(await enters(email)).toBe("session");
    expect(await enters(ines.email)).toBe("refused");
    const told = (await post(later(now, 60))).filter(({ kind }) => kind === "address-told");
    expect(told.map(({ to }) => to)).toEqual([ines.email]);
    expect(await as((scope) => mayWriteTo(scope, ines.accountId))).toBe(true);
    expect(await as((scope) => getCorrections(scope, clientId))).toMatchObject([
      { field: "email", before: ines.email, after: email, by: "Alma Keller" },
    ]);
    await expect(confirm(token)).rejects.toMatchObject({ name: "Refused" });
  });

  it("tells the old one nothing where somebody else reads it, from the moment on at which that is noted", async () => {
    const { ines, as, ask, post } = await home();
    const { token } = askedFor(await ask({ oldUnsafe: true }));
    expect(await as((scope) => mayWriteTo(scope, ines.accountId))).toBe(false);
    await confirm(token);
    expect((await post(later(now, 60))).map(({ to }) => to)).not.toContain(ines.email);
  });

  it("sends no letter to a new one that was not called safe: the link is handed over", async () => {
    const { email, ask, post } = await home();
    const asked = askedFor(await ask({ addressSafety: "unsafe" }));
    expect(asked.isMailed).toBe(false);
    expect(await post()).toEqual([]);
    expect(await confirm(asked.token)).toEqual({ email });
  });

  it("is taken back, and replaced by a later one", async () => {
    const { clientId, as, ask } = await home();
    const first = askedFor(await ask());
    const second = askedFor(await ask({ email: `other-${clientId}@new.example` }, later(now, 1)));
    expect(await viewNewAddress(pool, first.token, later(now, 1))).toBeUndefined();
    const at = later(now, 2);
    expect(await as((scope) => viewOpenAddressChange(scope, clientId), at)).toMatchObject({ by: "Alma Keller" });
    await as((scope) => dropAddressChange(scope, { clientId }), at);
    expect(await as((scope) => viewOpenAddressChange(scope, clientId), at)).toBeNull();
    await expect(confirm(second.token, goodPassword, at)).rejects.toMatchObject({ name: "Refused" });
  });

  it("cannot be somebody else's, neither when it is asked for nor when it is confirmed", async () => {
    const { email, ask } = await home();
    const other = await mintPerson(pool, now);
    await expect(ask({ email: other.email })).rejects.toMatchObject({ name: "Refused" });
    const { token } = askedFor(await ask());
    const rival = await home({ hasCome: false });
    await rival.ask({ email });
    await expect(confirm(token)).rejects.toMatchObject({ name: "Refused" });
  });
});
