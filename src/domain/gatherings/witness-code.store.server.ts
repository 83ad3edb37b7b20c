import type { Tx } from '#platform/db.server.ts'
import { open, seal } from '#platform/keys.server.ts'

const sealedCode = (gatheringId: string, personId: string, code: string): Buffer =>
  seal('witness_codes', `${gatheringId}|${personId}`, 'code', code)

const openCode = (gatheringId: string, personId: string, sealed: Buffer): string =>
  open('witness_codes', `${gatheringId}|${personId}`, 'code', sealed)

/** Gives a witness the four digits they may type on the host's screen, at this table only. */
export async function keepWitnessCode(
  tx: Tx,
  sectorId: string,
  witness: { gatheringId: string; personId: string; code: string },
): Promise<void> {
  const code = sealedCode(witness.gatheringId, witness.personId, witness.code)
  await tx
    .insertInto('witness_codes')
    .values({
      sector_id: sectorId,
      gathering_id: witness.gatheringId,
      person_id: witness.personId,
      code,
    })
    .onConflict((conflict) =>
      conflict.columns(['sector_id', 'gathering_id', 'person_id']).doUpdateSet({ code, wrong: 0 }),
    )
    .execute()
}

/** The witness's own code, for their own phone to show them. */
export async function ownWitnessCode(
  tx: Tx,
  sectorId: string,
  witness: { gatheringId: string; personId: string },
): Promise<string | null> {
  const row = await tx
    .selectFrom('witness_codes')
    .select('code')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', witness.gatheringId)
    .where('person_id', '=', witness.personId)
    .executeTakeFirst()
  return row ? openCode(witness.gatheringId, witness.personId, row.code) : null
}

/** Compares a typed code and counts a wrong one; the answer carries how many wrong ones there were before. */
export async function tryWitnessCode(
  tx: Tx,
  sectorId: string,
  witness: { gatheringId: string; personId: string; code: string },
): Promise<{ right: boolean; wrongBefore: number }> {
  const row = await tx
    .selectFrom('witness_codes')
    .select(['code', 'wrong'])
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', witness.gatheringId)
    .where('person_id', '=', witness.personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return { right: false, wrongBefore: 0 }
  const right = openCode(witness.gatheringId, witness.personId, row.code) === witness.code
  if (!right)
    await tx
      .updateTable('witness_codes')
      .set({ wrong: row.wrong + 1 })
      .where('sector_id', '=', sectorId)
      .where('gathering_id', '=', witness.gatheringId)
      .where('person_id', '=', witness.personId)
      .execute()
  return { right, wrongBefore: row.wrong }
}

export async function deleteWitnessCode(
  tx: Tx,
  sectorId: string,
  gatheringId: string,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom('witness_codes')
    .where('sector_id', '=', sectorId)
    .where('gathering_id', '=', gatheringId)
    .where('person_id', '=', personId)
    .execute()
}
