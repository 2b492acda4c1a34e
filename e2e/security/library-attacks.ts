import { type Attack, type Form, of, practice } from "./attack";

const key = "five-dimensions";

/** What would change the library of the practice: the owner's alone. */
export function library(): Record<string, Attack> {
  const at = `${practice}library/[key]/actions.ts#`;
  const build = `${practice}library/[key]/build/actions.ts#`;
  const own = (form: Form) => of(() => ({ key, ...form }), ["owner"]);
  return {
    [`${at}archive`]: own({ archive: "no" }),
    [`${build}arrange`]: own({ do: "remove.q1" }),
    [`${build}dropOneScale`]: own({ scale: "emotional" }),
    [`${build}dropSet`]: own({ set: "answers" }),
    [`${build}paste`]: own({ text: "Mine", do: "take" }),
    [`${build}saveOneScale`]: own({ title: "Mine", method: "sum", direction: "higher" }),
    [`${build}saveQuestion`]: own({ text: "Mine", kind: "text" }),
    [`${build}saveSet`]: own({ "label[]": "Mine" }),
    [`${build}undo`]: own({ step: "1.Mine" }),
    [`${practice}library/new/actions.ts#begin`]: of(
      () => ({
        ...{ title: "Mine", purpose: "Mine", minutes: "1", locale: "en-GB", measures: "undecided", twice: "no" },
        ...{ clientTitle: "", stem: "", start: "agree", statements: "Mine" },
      }),
      ["owner"],
    ),
    [`${at}chooseOwnData`]: own({ usesOwnData: "yes" }),
    [`${at}copy`]: own({ title: "Mine" }),
    [`${at}discardNext`]: own({}),
    [`${at}takeBack`]: own({}),
    [`${at}publish`]: own({}),
    [`${at}saveCritical`]: own({ look: "1" }),
    [`${at}saveDescription`]: own({ title: "Mine", purpose: "Mine", minutes: "1", layout: "one-page" }),
    [`${at}saveKey`]: own({}),
    [`${at}saveScales`]: own({ method: "sum", direction: "higher" }),
    [`${at}saveWording`]: own({ statements: "Mine" }),
    [`${at}sayLicenceOf`]: own({ licenceNote: "Mine" }),
    [`${at}startNext`]: own({}),
    [`${practice}library/import/actions.ts#importQuestionnaire`]: of(
      () => ({ text: '{"resourceType":"Questionnaire","status":"draft","item":[]}' }),
      ["owner"],
    ),
  };
}
