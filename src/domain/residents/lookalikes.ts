// Letters of other scripts, and figures, that the eye takes for a Latin letter (after Unicode TR 39, kept to
// what a keyboard can type). Capitals and small letters apart: a Greek capital eta looks like H, the small one like n.
// Within Latin, I, l, 1 and | are one sign: a second « Ella » written « EIIa » must not pass unseen.

const lookalikes: Readonly<Record<string, string>> = {
  a: '\u0391\u03b1\u0410\u0430\u0251\u04044@',
  b: '\u0392\u03b2\u0412\u0432\u042c\u044c\u0184\u0185\u13cf8',
  c: '\u03f9\u03f2\u0421\u0441\u1d04\u2ca4\u2ca5\u13df',
  d: '\u0501\u0500\u13a0\u0257\u0111\u0110',
  e: '\u0395\u03b5\u0415\u0435\u0404\u0454\u04bd\u0259\u01dd\u042d\u044d3\u20ac',
  f: '\u03dc\u03dd\u0192\u1e9d',
  g: '\u0261\u050c\u050d\u0581\u13c0\u01e5',
  h: '\u0397\u041d\u043d\u04ba\u04bb\u13bb\u0570',
  j: '\u0408\u0458\u03f3\u0237\u13ab',
  k: '\u039a\u03ba\u041a\u043a\u049a\u049b\u13e6\u0138',
  l: '\u0399\u03b9\u0406\u0456\u0131\u04c0\u04cf\u0196\u0269\u05d5\u05df\u0627\u2160\u217c\u01c01!|\u0142\u0141\u0268',
  m: '\u039c\u041c\u043c\u03fa\u13b7\u2133',
  n: '\u039d\u03b7\u0578\u057c\u0418\u0438\u014b',
  o: '\u039f\u03bf\u041e\u043e\u0555\u0585\u05e1\u0665\u06f5\u0966\u03c3\u00f8\u00d80\u0398\u03b8\u04e8\u04e9',
  p: '\u03a1\u03c1\u0420\u0440\u13e2\u00fe\u00de',
  q: '\u051a\u051b\u0566\u0563',
  r: '\u042f\u044f\u0433\u1d26\u13a1\u0280',
  s: '\u0405\u0455\u13da\u01bd\u054f5$',
  t: '\u03a4\u03c4\u0422\u0442\u13a2\u0166\u01677',
  u: '\u03c5\u057d\u028b\u1d1c\u054d',
  v: '\u03bd\u0474\u0475\u05d8\u13d9',
  w: '\u03c9\u0461\u051c\u051d\u0561\u13b3\u0428\u0448',
  x: '\u03a7\u03c7\u0425\u0445\u04b2\u04b3\u00d7',
  y: '\u03a5\u03b3\u0423\u0443\u04ae\u04af\u04ff\u0263\u13a9',
  z: '\u0396\u03b6\u13c3\u01b6\u01b52',
  ss: '\u00df\u1e9e',
  ae: '\u00e6\u00c6\u04d4\u04d5',
  oe: '\u0153\u0152',
}

const latinOf = new Map(
  Object.entries(lookalikes).flatMap(([latin, signs]) => [...signs].map((sign) => [sign, latin] as const)),
)

/** One spelling for all that look alike: compatible forms joined, accents and case dropped, look-alikes in Latin. */
export function fold(text: string): string {
  const bare = text.normalize('NFKC').normalize('NFD').replace(/\p{M}/gu, '')
  const latin = Array.from(bare, (sign) => latinOf.get(sign) ?? sign).join('')
  return latin.toLowerCase().replaceAll('i', 'l')
}
