import type { PlanStuck } from '#domain/gatherings/host-tables.words.ts'
import type { TypedPlan } from '#domain/gatherings/planning.form.ts'
import { Field } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'

type PlanFieldsProps = {
  /** Nothing earlier is offered by the calendar. */
  today: string
  typed: TypedPlan | undefined
  stuck: PlanStuck
}

/** Day, hour, place and shelter of a table: the same for a host's table and for the founding one. */
export function PlanFields({ today, typed, stuck }: PlanFieldsProps) {
  return (
    <>
      {stuck.page !== undefined && (
        <Notice tone="coince" live>
          {stuck.page}
        </Notice>
      )}
      <Field
        name="jour"
        label="Quel jour ?"
        type="date"
        min={today}
        value={typed?.day}
        stuck={stuck.day}
        short
      />
      <Field
        name="heure"
        label="À quelle heure ?"
        hint="De 60 à 90 minutes ensemble."
        type="time"
        value={typed?.hour}
        stuck={stuck.hour}
        short
      />
      <Field
        name="lieu"
        label="Où ?"
        hint="Un endroit que tout le monde trouve : le banc du cerisier, la cour."
        value={typed?.place}
        stuck={stuck.place}
        maxlength={80}
      />
      <Field
        name="abri"
        label="Et s’il pleut ?"
        hint="Un hall, une salle, un auvent tout près."
        value={typed?.shelter}
        stuck={stuck.shelter}
        maxlength={80}
      />
    </>
  )
}
