import { paths } from "@/lib/paths";
import { routes } from "../routes";
import { type Side, sittingsOf } from "./side";
import type { Breadth, Place } from "./views";

/** Lists of the caseload in which a client stands for a reason. */
const lists = [
  "",
  "?flag=needs-you",
  "?flag=review",
  "?flag=starting",
  "?flag=letters",
  "?state=all",
  "?sort=week",
  "?sort=session",
];

/** What the path's page shows before something is decided. */
const changes = ["?change=hold", "?change=own-steps", "?change=pause"];

/**
 * The desk of Teo's therapist, who does not read Mara: every page of the staff that shows the client, the couple, and her
 * addresses, which are not there.
 */
export async function deskOf(side: Side, breadth: Breadth): Promise<Place[]> {
  const { world, practice, mara, teo, coupleId } = side;
  const about = Object.keys(routes).filter(
    (route) =>
      /^\/clients\/\[clientId\]($|\/[a-z-]+$|\/[a-z-]+\/[a-z-]+$)/.test(route) &&
      // When a letter goes out is the mail server's; which were written, and in which minute, is compared as letters.
      route !== "/clients/[clientId]/record/letters",
  );
  const sittings = await sittingsOf(world, practice.practiceId);
  const filled = Object.entries({ mara, teo }).flatMap(([who, { clientId }]) => {
    const all = sittings.filter(({ client_id }) => client_id === clientId);
    const own = breadth === "every" && who === "teo" ? all : all.slice(0, 4);
    const base = `/clients/${who}/assessments`;
    return [
      ...about.map((route) => ({
        name: route.replace("[clientId]", who),
        address: route.replace("[clientId]", clientId),
      })),
      ...changes.map((change) => ({
        name: `/clients/${who}/protocol${change}`,
        address: `${paths.client(clientId).protocol}${change}`,
      })),
      ...own.flatMap(({ id, key, due_on }) => [
        { name: `${base}/${key} ${due_on}`, address: paths.client(clientId).assessment(id) },
        { name: `${base}/${key} ${due_on} fhir`, address: `/api/clients/${clientId}/assessments/${id}/fhir` },
      ]),
    ];
  });
  return [
    ...["/caseload/assign", "/clients/new", ...lists.map((list) => `/caseload${list}`)].map((address) => ({
      name: address,
      address,
    })),
    ...["/caseload/remind", "/caseload/message"].map((name) => ({
      name,
      address: `${name}?with=${mara.clientId}&with=${teo.clientId}`,
    })),
    { name: "/couples/couple", address: paths.couple(coupleId) },
    ...filled,
  ];
}
