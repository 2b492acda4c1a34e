import type { Reading } from "@/lib/learn/reading";

/** Readings of the first four weeks, in our own words. */
export const whyClosenessFeelsRisky: Reading = {
  key: "why-closeness-feels-risky",
  title: "Why closeness can feel risky",
  summary: "What we learn early about leaning on people, and why it can be learnt again.",
  weeks: [2],
  exercises: ["one-real-feeling"],
  sections: [
    {
      heading: null,
      paragraphs: [
        "Some people relax when someone comes close. Others feel a small alarm. They like their partner, they may love them deeply, and still something inside takes a step back. About one person in four knows this well. If you are one of them, nothing is broken in you. You learnt something early on, and you learnt it for good reasons.",
      ],
    },
    {
      heading: "A map you drew as a child",
      paragraphs: [
        "A baby cannot look after itself. It has to find out, very fast, what happens when it needs somebody. Does someone come? Are they kind? Do they get cross, or turn away, or take over? From hundreds of small moments a child draws a map. The map says what people are like and what is wise to do with a need.",
        "When care was steady, the map often says: people are mostly safe, and I can ask. When care was cold, the map may say: needs push people away, so I hide mine. When care was too much, when someone pressed in and did not stop, it may say: people swallow you, so keep a door open.",
        "If you like to look things up: this is attachment theory. The map has a name too. It is called an internal working model. Where it says that people are safe, the word is secure attachment. Where it says to keep away, the word is avoidant attachment. That early care leaves traces is well shown. It does not settle who you become: plenty of people end up with another map than the one they began with.",
        "Drawn in such a home, a map of distance is clever. It kept the peace. It let you stay near people without asking too much. The trouble is that the map stays in use long after you have moved. You may be reading an old map of a town you no longer live in.",
      ],
    },
    {
      heading: "What it looks like today",
      paragraphs: [
        "It can look like saying “I’m fine” before you have checked. It can look like feeling close on Friday and wanting to be alone on Saturday, with no idea why. It can look like being good at helping and bad at being helped. Often it shows up right after something lovely, because lovely things make us need each other more.",
        "From outside this can seem like not caring. From inside it is closer to the opposite. You step back because it matters.",
      ],
    },
    {
      heading: "Maps can be redrawn",
      paragraphs: [
        "A brain goes on changing all life long. The word for that is plasticity. A map changes when you walk the road and find that it goes somewhere else. Reading about it helps a little. What helps most is doing a small thing that the old map calls risky, and then noticing what happens next. You tell one real feeling. Nobody laughs. You ask for one thing. It is given, or it is not, and you are still all right.",
        "That is all the next weeks are: small steps, in an order that makes sense, at a pace your therapist sets with you. You do not have to believe that it will work. You only have to look at what happens.",
        "Some days the step will feel too big. Then a smaller one is the right one, or a rest. If being with your partner ever frightens you, that is not the old map. Tell your therapist, or use “I don’t feel safe” on Today.",
      ],
    },
  ],
  question: "When you were small and upset, what usually happened next?",
};

export const fourWays: Reading = {
  key: "four-ways-of-keeping-away",
  title: "Four ways of keeping away",
  summary: "The quiet moves that make distance, and how to notice one without a fight.",
  weeks: [3],
  exercises: ["ask-for-a-favour", "one-real-feeling"],
  sections: [
    {
      heading: null,
      paragraphs: [
        "When closeness sets off an alarm, most of us do not run out of the door. We do something quieter. We think a certain thought, or hold back a certain touch, and there is a bit more air between us. Often we do not notice. Four of these moves are so common that they have names. You may know one of them very well. In books they are called deactivating strategies: ways to turn the need for somebody down.",
      ],
    },
    {
      heading: "Comparing with someone from before",
      paragraphs: [
        "Some people carry a picture of an old love, or of a person they have never met. In the picture that person is always right. They never leave their socks on the floor, because they are not here. Next to a picture, no real person can win. The picture keeps you safe: while you miss someone who is gone, you do not have to need someone who is in the room. Therapists call this one the phantom ex.",
      ],
    },
    {
      heading: "Looking for what is wrong",
      paragraphs: [
        "The way they chew. The way they tell a story. Small faults grow and grow, most of all after a good day. If you can find the flaw, you have a reason to step back. The sign to watch for is timing. Did the fault get bigger right after you felt close?",
      ],
    },
    {
      heading: "Needing nobody",
      paragraphs: [
        "“I do better on my own.” Some call it the lone wolf. It can feel like strength, and some of it is. But if you never ask, you never find out whether someone would have come. So the belief cannot be proved wrong. That is why one of your exercises is to ask for a small favour. It is a test of the belief, and any answer teaches you something.",
      ],
    },
    {
      heading: "Keeping touch back",
      paragraphs: [
        "A hug that ends early. A kiss that does not come. Sex that is put off, or used to make a point. It slows things down when they feel too fast. Saying no to touch is always your right, and you never owe anyone a reason. The move we mean is something else: you would like the hug, and you keep it back to stay in charge of the distance.",
      ],
    },
    {
      heading: "Notice, then choose",
      paragraphs: [
        "You do not need to stop these moves by force. They helped you once. Try to catch one as it happens and give it its name: “There it is, I am looking for faults again.” A named move loses some of its pull. Then you have a choice. You can still step back. Or you can do one small thing instead: stay one more minute, say one true word.",
        "You can log a move in Nearer in a few seconds. It is not a list of sins. It is a way to see when the alarm goes off, so that you and your therapist can learn what sets it off.",
        "And some faults are real. If your partner hurts, scares or controls you, noticing that is not a move. It is good sense, and your therapist will want to know.",
      ],
    },
  ],
  question: "Which of the four do you know best, and when did you last see it?",
};

export const startGently: Reading = {
  key: "start-gently",
  title: "Start gently",
  summary: "Why the small step is the right size, and why learning to juggle can count.",
  weeks: [4],
  exercises: ["learn-together", "ask-for-a-favour"],
  sections: [
    {
      heading: null,
      paragraphs: [
        "People who want to change often start too big. They plan a long, deep talk. They mean to tell everything. The alarm goes off at full volume, the talk goes badly, and the old map looks right after all: see, closeness hurts. A step that is too big teaches the wrong thing.",
        "A small step teaches better. It is small enough that you can take it while a bit afraid. You get to the end of it. Then your body has new news: I did that, and it was all right.",
      ],
    },
    {
      heading: "What makes a step small",
      paragraphs: [
        "A small step is short. One sentence, ten minutes, one favour. It has a clear end, so nobody has to wonder how much more is coming. You choose the moment. And you can stop. A thing you are able to stop is much less frightening than a thing you have to finish.",
        "You will be asked for a number before and after an exercise: how anxious are you, from 0 to 10? There is no right answer. If the number is very high each time, the step is too big for now, and your therapist may offer a smaller one. That is not going backwards. It is finding the right stair.",
      ],
    },
    {
      heading: "Side by side before face to face",
      paragraphs: [
        "There is more than one door into closeness. Talking about feelings is one. For many people it is the scariest. Doing something together is another, and it is often the easiest to open.",
        "Think of two people who learn to juggle in the kitchen. They drop the balls. They laugh. Nobody is looking deep into anyone’s eyes, yet something is going on. They are seeing each other be bad at something, and it is fine. That is trust, in work clothes.",
        "This is why “Learn something together” is in your exercises. Pick a thing that neither of you can do. If one of you is already good at it, it turns into a lesson, and lessons have a teacher. Two beginners are level.",
      ],
    },
    {
      heading: "When today is not the day",
      paragraphs: [
        "Some days there is no room for a step. You slept badly. You had a row. You were not in the same place. You can skip with a reason, and the reason is useful. Nearer does not count what you leave out. It shows what you did.",
        "If you keep wishing to skip the same exercise, say so. You can ask for a swap. Your therapist would much rather know that a step is too big than have you grit your teeth and get through it. Gritted teeth teach the body that closeness is something to get through.",
        "Slow is not a lesser way. For a lot of people it is the way that lasts.",
      ],
    },
  ],
  question: "What is one step so small that you could nearly laugh at it?",
};

export const fiveKinds: Reading = {
  key: "five-kinds-of-close",
  title: "Five kinds of close",
  summary: "Closeness is not one thing. Where are you near already, and where would you like to be?",
  weeks: [7],
  exercises: ["one-real-feeling", "learn-together"],
  sections: [
    {
      heading: null,
      paragraphs: [
        "“Are you two close?” It sounds like one question. It is at least five. Two people can be close in one way and far apart in another, and both can be true on the same day. It helps to look at each kind by itself, because the place to start is often not the place that hurts.",
      ],
    },
    {
      heading: "The five",
      paragraphs: [
        "Emotional closeness is being able to say what you feel and to be heard. It is the kind most people think of first.",
        "Closeness of mind is sharing ideas. You talk about a film, the news, a strange question on a long drive. You may not agree at all. What counts is that your thoughts are welcome.",
        "Closeness in play is having fun and doing things together: a walk, a game, cooking, a class where you are both beginners.",
        "Social closeness is about your wider world. Do you have friends in common? Do you feel like a pair when you are with other people?",
        "Sexual closeness is about touch and desire: being able to enjoy it, to say what you like, and to say no and be safe.",
      ],
    },
    {
      heading: "Now, and as you wish",
      paragraphs: [
        "In the longer set of questions you answer nearly every line twice. First, how it is now. Then, how you wish it were. The space between the two is what we look at. It matters more than the numbers alone.",
        "That is because there is no correct amount of closeness. One person is happy with a few good friends and one deep talk a month. Another wants to share every thought. If now and wished are near each other, that part of life may need no work, even if the number is low. And a high number with a higher wish can still ache.",
        "Your wishes can change as well. Some people wish for very little at first, because wishing feels risky. Later the wish grows, and the space gets wider for a while. That is not a step back. It can mean that you dare to want more.",
      ],
    },
    {
      heading: "Use the open door",
      paragraphs: [
        "Look for the kind where you are already near. Perhaps you laugh a lot. Perhaps you can talk about ideas for hours. That is your open door. Trust that grows there does not stay there. People who play well together often find it easier, in time, to say a hard thing.",
        "Then look for the kind where the space is widest. You do not have to begin with it. It is enough to know where it is. Bring it to your next session and decide together what a first small step might be.",
        "The five kinds are ways to talk, not a test. Nobody passes and nobody fails.",
      ],
    },
  ],
  question: "In which of the five are you nearest to each other today?",
};
