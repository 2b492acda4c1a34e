import { describe, expect, it } from "vitest";
import { type Held, handOverRefusal, leadsToMove, movedTo, newTherapistWords } from "./hand-over";

const [alma, ben] = ["alma", { id: "ben", name: "Ben Okoro" }];
const held = (clientId: string, more: Partial<Held> = {}): Held => ({
  ...{ clientId, name: clientId, therapistId: alma, link: null, untold: [] },
  ...more,
});
const linked = (clientId: string, partnerId: string, more: Partial<Held> = {}) =>
  held(clientId, { link: { coupleId: "k", partnerId, isOwnersLead: false }, ...more });

describe("handing over", () => {
  it("moves whoever is not the other's already", () => {
    const [mara, teo] = [held("Mara"), held("Teo", { therapistId: ben.id })];
    expect(movedTo([mara, teo], ben)).toEqual([mara]);
    expect(handOverRefusal([mara, teo], [mara, teo], ben)).toBeNull();
    expect(handOverRefusal([teo], [mara, teo], ben)).toBe("Ben Okoro has them already.");
  });

  it("goes to nobody who is never to be told", () => {
    const mara = held("Mara", { untold: [ben.id] });
    expect(handOverRefusal([mara, held("Noor")], [mara], ben)).toMatch(/never to be told about Mara\./);
  });

  it("keeps two who are linked with one clinician who reaches both", () => {
    const [ines, dario] = [linked("Ines", "Dario"), linked("Dario", "Ines")];
    const everyone = [ines, dario];
    expect(handOverRefusal([ines], everyone, ben)).toMatch(/hand Ines over together with the partner/);
    expect(handOverRefusal(everyone, everyone, ben)).toBeNull();
    expect(leadsToMove(everyone, everyone, ben)).toEqual(["k"]);
    const his = linked("Dario", "Ines", { therapistId: ben.id });
    expect(handOverRefusal([ines], [ines, his], ben)).toBeNull();
    expect(leadsToMove([ines], [ines, his], ben)).toEqual(["k"]);
  });

  it("lets one of two go where the owner leads, who reaches both, and keeps that lead", () => {
    const led = { coupleId: "k", partnerId: "Dario", isOwnersLead: true };
    const ines = held("Ines", { link: led });
    expect(handOverRefusal([ines], [ines, linked("Dario", "Ines")], ben)).toBeNull();
    expect(leadsToMove([ines], [ines, linked("Dario", "Ines")], ben)).toEqual([]);
  });

  it("tells the client who it is now, and that what they wrote stays", () => {
    const { title, text } = newTherapistWords("Alma Keller", "Ben Okoro");
    expect(title).toBe("You work with Ben Okoro now");
    expect(text).toMatch(/^Ben took over from Alma/);
  });
});
