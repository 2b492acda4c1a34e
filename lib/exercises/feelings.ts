/** A family of feelings that belong together, with the words in it. */
export type FeelingFamily = { key: string; title: string; words: readonly string[] };

const family = (key: string, title: string, words: string): FeelingFamily => ({ key, title, words: words.split(", ") });

/** Our own vocabulary: eight families, from open to closed, everyday words only. A person may always use a word of their own. */
export const feelingFamilies: readonly FeelingFamily[] = [
  family("warm", "Warm", "fond, tender, grateful, close, moved, touched, caring, trusting, welcome, cherished"),
  family("glad", "Glad", "happy, hopeful, proud, playful, excited, cheerful, relieved, curious, amused, delighted"),
  family("calm", "Calm", "peaceful, safe, settled, rested, steady, content, light, at ease, present, unhurried"),
  family("sad", "Sad", "lonely, disappointed, low, homesick, tearful, discouraged, heavy, hurt, empty, left out"),
  family("afraid", "Afraid", "worried, nervous, tense, startled, uneasy, panicky, exposed, unsure, wary, overwhelmed"),
  family(
    "angry",
    "Angry",
    "irritated, annoyed, resentful, frustrated, impatient, bitter, jealous, let down, furious, unheard",
  ),
  family(
    "ashamed",
    "Ashamed",
    "embarrassed, guilty, awkward, small, shy, regretful, clumsy, not enough, foolish, self-conscious",
  ),
  family("distant", "Distant", "numb, crowded, trapped, bored, tired, shut off, restless, smothered, far away, blank"),
];

/** The family that a word belongs to, or null for a person's own word. Case and surrounding spaces do not matter. */
export function familyOf(word: string): FeelingFamily | null {
  const wanted = word.trim().toLowerCase();
  return feelingFamilies.find((f) => f.words.includes(wanted)) ?? null;
}

/** Words that match what was typed: those that start with it first, then those that contain it, then whole families by title. At most `limit`. */
export function searchFeelings(query: string, limit = 12): { word: string; family: string }[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return [];
  const all = feelingFamilies.flatMap((f) =>
    f.words.map((word) => ({ word, family: f.key, title: f.title.toLowerCase() })),
  );
  const rank = (entry: { word: string; title: string }) =>
    entry.word.startsWith(wanted) ? 0 : entry.word.includes(wanted) ? 1 : entry.title.startsWith(wanted) ? 2 : 3;
  return all
    .map((entry) => ({ ...entry, rank: rank(entry) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ word, family }) => ({ word, family }));
}
