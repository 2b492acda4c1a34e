import { z } from "zod";
import { readAddress } from "@/lib/identity/email-address";
import { limits, tooLong } from "@/lib/limits";
import { isLocalDate } from "@/lib/time/local-date";

const day = z.string().refine(isLocalDate, "Choose a day.");
const words = z.string().trim().max(limits.coverFact, tooLong("coverFact")).default("");

/** Days away and who stands in, as a form sends them. `cover`: an account, "outside", or "nobody". */
export const absenceForm = z
  .strictObject({
    accountId: z.uuid(),
    fromDay: day,
    untilDay: day,
    cover: z.union([z.uuid(), z.literal("outside"), z.literal("nobody")], "Say who stands in."),
    outsideName: words,
    outsidePhone: words,
    outsideEmail: words,
  })
  .transform(({ cover, outsideName, outsidePhone, outsideEmail, ...days }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (days.fromDay > days.untilDay) refuse("untilDay", "The last day away comes after the first.");
    const isOutside = cover === "outside";
    if (isOutside && !outsideName) refuse("outsideName", "Write who stands in: clients read the name.");
    if (isOutside && !/\d{3}/.test(outsidePhone)) refuse("outsidePhone", "Write their number: clients may ring it.");
    const address = outsideEmail ? readAddress(outsideEmail) : null;
    if (isOutside && address && "problem" in address) refuse("outsideEmail", address.problem);
    return {
      ...days,
      coverId: isOutside || cover === "nobody" ? null : cover,
      outside: isOutside
        ? { name: outsideName, phone: outsidePhone, email: address && "address" in address ? address.address : null }
        : null,
    };
  });
export type AbsenceForm = z.infer<typeof absenceForm>;

export const endAbsenceForm = z.strictObject({ absenceId: z.uuid() });
