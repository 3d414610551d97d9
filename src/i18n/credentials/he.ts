import type { CredentialsTexts } from './en.js';

/** עברית. */
export const he: CredentialsTexts = {
  title: 'אישורי תוכן',
  check: 'בדיקה עכשיו',
  unchecked: 'עדיין לא נבדק. הבדיקה מורידה שוב את כל הסרטון.',
  checking: 'מתבצעת בדיקה…',
  trusted: 'נחתם בידי חותם מהימן ולא השתנה מאז.',
  untrusted: 'לא השתנה מאז שנחתם, אבל החותם אינו ברשימת החותמים המהימנים.',
  altered: 'הסרטון או האישורים שלו שונו לאחר החתימה.',
  invalid: 'האישורים אינם תקפים.',
  missing: 'לסרטון אין אישורי תוכן.',
  stream: 'אישורי תוכן של שידורים אינם נבדקים.',
  unread: 'לא ניתן היה לקרוא את האישורים.',
  tooLarge: 'הסרטון גדול מכדי להיבדק.',
  remote: 'האישורים נמצאים בשרת אחר, שהנגן אינו פונה אליו.',
  signedBy: 'נחתם בידי',
  signedAt: 'נחתם בתאריך',
  done: 'מה נעשה',
  created: 'נוצר',
  opened: 'נפתח',
  placed: 'נוספה מדיה אחרת',
  edited: 'נערך',
  converted: 'הומר',
  published: 'פורסם',
  otherAction: 'שינוי אחר',
  ingredients: 'מדיה אחרת שנעשה בה שימוש'
};
