import type { Answer } from '#domain/answer.ts';
import type { ItemId } from '#domain/mark.ts';

/*
 * The form of an exercise is plain HTML with native fields, named as an answer names them. It is written once, by the
 * server, and never again: scripts only move its state. So it can be read and filled in before any script runs,
 * without one, and on paper.
 *
 *   [data-item="toll"]       everything that belongs to one item, in it
 *     fieldset[data-fields]  its fields; disabled when it cannot be answered
 *   [data-words="toll"]      the words the item is known by
 *     [data-feedback]        where the reason goes
 */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The answered fields of the form of an exercise, as it stands in the page. */
export function fieldsOf(exercise: string): Answer {
  const form = document.querySelector<HTMLFormElement>(`form[data-exercise="${exercise}"]`);
  if (!form) return {};
  return Object.fromEntries(
    fields(form).flatMap((field) => {
      const value = valueOf(field);
      return value === '' ? [] : [[field.name, value]];
    }),
  );
}

/** What a field says; empty for a box that is not ticked, and for a slider that nobody has moved. */
export function valueOf(field: Field): string {
  if (field instanceof HTMLInputElement) {
    if (field.type === 'radio' || field.type === 'checkbox') return field.checked ? field.value : '';
    if (field.type === 'range' && field.dataset['set'] === undefined) return '';
  }
  return field.value;
}

/** The fields of an answer as one text an item, to see whether they have changed. */
export function fieldsByItem(answer: Answer): Map<ItemId, string> {
  const texts = new Map<ItemId, string>();
  for (const [name, value] of Object.entries(answer)) {
    const item = name.split(':')[1]!;
    texts.set(item, `${texts.get(item) ?? ''}${name}=${value}\n`);
  }
  return texts;
}

/** Makes the fields of the item in `place` say what `answer` says, and nothing else. */
export function reflect(place: HTMLElement, answer: Answer, open: boolean): void {
  for (const field of place.querySelectorAll<Field>('input, select, textarea')) {
    const value = answer[field.name];
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
      field.checked = field.value === value;
    } else if (valueOf(field) !== (value ?? '')) {
      if (field.type === 'range' && value === undefined) delete field.dataset['set'];
      else field.dataset['set'] = '';
      field.value = value ?? (field instanceof HTMLInputElement ? field.defaultValue : '');
    }
  }
  const fields = place.querySelector<HTMLFieldSetElement>('fieldset[data-fields]');
  if (fields && fields.disabled === open) fields.disabled = !open;
}

/** Chooses by its number key an option of the radio buttons or boxes that the focus is among. @returns whether it did */
export function chooseByNumber(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return false;
  const target = event.target as Element;
  if (!target.matches('input[type=radio], input[type=checkbox]')) return false;
  const options = target
    .closest('fieldset')
    ?.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]');
  const option = options?.[Number(event.key) - 1];
  if (!option) return false;
  option.focus();
  option.click();
  return true;
}

function fields(form: HTMLFormElement): Field[] {
  return ([...form.elements] as Field[]).filter((element) => element.name && element.type !== 'submit');
}
