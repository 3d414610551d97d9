import type { CredentialsTexts } from './en.js';

/** Türkçe. */
export const tr: CredentialsTexts = {
  title: 'İçerik kimlik bilgileri',
  check: 'Şimdi denetle',
  unchecked: 'Henüz denetlenmedi. Denetim, videonun tamamını yeniden indirir.',
  checking: 'Denetleniyor…',
  trusted: 'Güvenilir bir imzacı tarafından imzalandı ve o zamandan beri değişmedi.',
  untrusted: 'İmzalandığından beri değişmedi, ancak imzacı güvenilir imzacılar listesinde değil.',
  altered: 'Video veya kimlik bilgileri imzalandıktan sonra değiştirildi.',
  invalid: 'Kimlik bilgileri geçerli değil.',
  missing: 'Videonun içerik kimlik bilgisi yok.',
  stream: 'Akışların içerik kimlik bilgileri denetlenmez.',
  unread: 'Kimlik bilgileri okunamadı.',
  tooLarge: 'Video denetlenemeyecek kadar büyük.',
  remote: 'Kimlik bilgileri, oynatıcının bağlanmadığı başka bir sunucuda.',
  signedBy: 'İmzalayan',
  signedAt: 'İmza tarihi',
  done: 'Yapılanlar',
  created: 'Oluşturuldu',
  opened: 'Açıldı',
  placed: 'Başka medya eklendi',
  edited: 'Düzenlendi',
  converted: 'Dönüştürüldü',
  published: 'Yayımlandı',
  otherAction: 'Başka değişiklik',
  ingredients: 'Kullanılan diğer medya'
};
