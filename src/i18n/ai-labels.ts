/** The texts of the AI label: media that a machine made, and media that it changed. */
export interface AiLabelTexts {
  readonly generated: string;
  readonly modified: string;
}

/**
 * The texts of the AI label in every language of the player. They are in one file, because the label is shown together with the poster:
 * before the interface loads its texts, and also in a player that never loads an interface (`nocontrols`).
 */
export const aiLabels: Readonly<Record<string, AiLabelTexts>> = {
  ar: { generated: 'أُنشئ بالذكاء الاصطناعي', modified: 'عُدّل بالذكاء الاصطناعي' },
  bg: { generated: 'Създадено с ИИ', modified: 'Променено с ИИ' },
  cs: { generated: 'Vytvořeno pomocí AI', modified: 'Upraveno pomocí AI' },
  da: { generated: 'Lavet med AI', modified: 'Ændret med AI' },
  de: { generated: 'Mit KI erzeugt', modified: 'Mit KI verändert' },
  el: { generated: 'Δημιουργήθηκε με ΤΝ', modified: 'Τροποποιήθηκε με ΤΝ' },
  en: { generated: 'Made with AI', modified: 'Changed with AI' },
  es: { generated: 'Creado con IA', modified: 'Modificado con IA' },
  et: { generated: 'Loodud tehisaruga', modified: 'Muudetud tehisaruga' },
  fi: { generated: 'Tehty tekoälyllä', modified: 'Muokattu tekoälyllä' },
  fr: { generated: 'Créé avec l’IA', modified: 'Modifié avec l’IA' },
  ga: { generated: 'Déanta le hintleacht shaorga', modified: 'Athraithe le hintleacht shaorga' },
  he: { generated: 'נוצר בבינה מלאכותית', modified: 'שונה בבינה מלאכותית' },
  hr: { generated: 'Izrađeno pomoću UI-ja', modified: 'Izmijenjeno pomoću UI-ja' },
  hu: { generated: 'MI-vel készült', modified: 'MI-vel módosítva' },
  it: { generated: 'Creato con l’IA', modified: 'Modificato con l’IA' },
  ja: { generated: 'AIで生成', modified: 'AIで加工' },
  lt: { generated: 'Sukurta naudojant DI', modified: 'Pakeista naudojant DI' },
  lv: { generated: 'Izveidots ar MI', modified: 'Pārveidots ar MI' },
  mt: { generated: 'Magħmul bl-IA', modified: 'Mibdul bl-IA' },
  nl: { generated: 'Gemaakt met AI', modified: 'Gewijzigd met AI' },
  pl: { generated: 'Stworzono z użyciem AI', modified: 'Zmieniono z użyciem AI' },
  pt: { generated: 'Criado com IA', modified: 'Modificado com IA' },
  ro: { generated: 'Creat cu IA', modified: 'Modificat cu IA' },
  sk: { generated: 'Vytvorené pomocou AI', modified: 'Upravené pomocou AI' },
  sl: { generated: 'Ustvarjeno z UI', modified: 'Spremenjeno z UI' },
  sv: { generated: 'Skapat med AI', modified: 'Ändrat med AI' },
  tr: { generated: 'Yapay zekâ ile oluşturuldu', modified: 'Yapay zekâ ile değiştirildi' },
  uk: { generated: 'Створено за допомогою ШІ', modified: 'Змінено за допомогою ШІ' },
  zh: { generated: '由 AI 生成', modified: '经 AI 修改' }
};
