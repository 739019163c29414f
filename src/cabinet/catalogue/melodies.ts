import type { MelodiesTable } from '../storage/schema-tones.ts';

type Song = [titleRu: string, titleEn: string, artistRu: string, artistEn: string];

interface Category {
  id: string;
  names: [ru: string, en: string];
  /** Roubles for 30 days (R10). */
  price: 15n | 30n | 60n;
  songs: Song[];
}

const shelves: Category[] = [
  {
    id: 'classics',
    names: ['Классика', 'Classics'],
    price: 30n,
    songs: [
      ['Лунная соната', 'Moonlight Sonata', 'Бетховен', 'Beethoven'],
      ['Танец феи Драже', 'Dance of the Sugar Plum Fairy', 'Чайковский', 'Tchaikovsky'],
      ['Вальс цветов', 'Waltz of the Flowers', 'Чайковский', 'Tchaikovsky'],
      ['Весна', 'Spring', 'Вивальди', 'Vivaldi'],
      ['Полёт шмеля', 'Flight of the Bumblebee', 'Римский-Корсаков', 'Rimsky-Korsakov'],
      ['Маленькая ночная серенада', 'A Little Night Music', 'Моцарт', 'Mozart'],
      ['В пещере горного короля', 'In the Hall of the Mountain King', 'Григ', 'Grieg'],
      ['Богатырские ворота', 'The Great Gate', 'Мусоргский', 'Mussorgsky'],
      ['Половецкие пляски', 'Polovtsian Dances', 'Бородин', 'Borodin'],
      ['Лунный свет', 'Clair de Lune', 'Дебюсси', 'Debussy'],
      ['К Элизе', 'For Elise', 'Бетховен', 'Beethoven'],
    ],
  },
  {
    id: 'folk',
    names: ['Народные песни', 'Folk songs'],
    price: 15n,
    songs: [
      ['Калинка', 'Kalinka', 'Хор «Исетские зори»', 'Iset Dawns Choir'],
      ['Ой, мороз, мороз', 'Oh Frost, Frost', 'Хор «Исетские зори»', 'Iset Dawns Choir'],
      ['Во поле берёза стояла', 'A Birch Stood in the Field', 'Ансамбль «Рябина»', 'Rowan Ensemble'],
      ['Коробейники', 'The Pedlars', 'Ансамбль «Рябина»', 'Rowan Ensemble'],
      ['Светит месяц', 'The Moon Is Shining', 'Балалайки Приуралья', 'Cisural Balalaikas'],
      ['Барыня', 'Barynya', 'Балалайки Приуралья', 'Cisural Balalaikas'],
      ['Уральская рябинушка', 'Little Ural Rowan', 'Хор «Исетские зори»', 'Iset Dawns Choir'],
      ['Дубинушка', 'Dubinushka', 'Артель', 'The Artel'],
      ['Эй, ухнем', 'Song of the Volga Boatmen', 'Артель', 'The Artel'],
      ['Камаринская', 'Kamarinskaya', 'Балалайки Приуралья', 'Cisural Balalaikas'],
    ],
  },
  {
    id: 'romance',
    names: ['Романсы', 'Romances'],
    price: 30n,
    songs: [
      ['Очи чёрные', 'Dark Eyes', 'Вера Лугова', 'Vera Lugova'],
      ['Гори, гори, моя звезда', 'Shine, Shine, My Star', 'Вера Лугова', 'Vera Lugova'],
      ['Вечерний звон', 'Evening Bells', 'Пётр Заречный', 'Pyotr Zarechny'],
      ['Однозвучно гремит колокольчик', 'The Lonely Bell', 'Пётр Заречный', 'Pyotr Zarechny'],
      ['Я встретил вас', 'I Met You', 'Пётр Заречный', 'Pyotr Zarechny'],
      ['Утро туманное', 'Misty Morning', 'Вера Лугова', 'Vera Lugova'],
      ['Соловей', 'The Nightingale', 'Анна Тальц', 'Anna Talts'],
      ['Белой акации гроздья', 'White Acacia', 'Анна Тальц', 'Anna Talts'],
      ['Выхожу один я на дорогу', 'Alone I Set Out', 'Пётр Заречный', 'Pyotr Zarechny'],
      ['Письмо с вокзала', 'Letter from the Station', 'Анна Тальц', 'Anna Talts'],
    ],
  },
  {
    id: 'nature',
    names: ['Звуки природы', 'Sounds of nature'],
    price: 15n,
    songs: [
      ['Дождь в Уктусе', 'Rain at Uktus', 'Полевая запись', 'Field recording'],
      ['Костёр', 'Campfire', 'Полевая запись', 'Field recording'],
      ['Ручей в апреле', 'Brook in April', 'Полевая запись', 'Field recording'],
      ['Утренний лес', 'Forest at Dawn', 'Полевая запись', 'Field recording'],
      ['Снег под ногами', 'Steps on Snow', 'Полевая запись', 'Field recording'],
      ['Гроза над Обью', 'Thunder over the Ob', 'Полевая запись', 'Field recording'],
      ['Кукушка', 'Cuckoo', 'Полевая запись', 'Field recording'],
      ['Ветер в степи', 'Wind in the Steppe', 'Полевая запись', 'Field recording'],
      ['Сверчки', 'Crickets', 'Полевая запись', 'Field recording'],
      ['Кошка мурлычет', 'A Purring Cat', 'Полевая запись', 'Field recording'],
    ],
  },
  {
    id: 'pop',
    names: ['Новинки', 'New songs'],
    price: 60n,
    songs: [
      ['Последний трамвай', 'The Last Tram', 'Плотинка', 'Plotinka'],
      ['Мосты над Исетью', 'Bridges over the Iset', 'Плотинка', 'Plotinka'],
      ['Северный рейс', 'Northern Flight', 'Полярный день', 'Polar Day'],
      ['Сто километров', 'A Hundred Kilometres', 'Полярный день', 'Polar Day'],
      ['Позвони мне', 'Give Me a Call', 'Марта Сибирь', 'Marta Sibir'],
      ['Неон', 'Neon', 'Марта Сибирь', 'Marta Sibir'],
      ['Вне зоны', 'Out of Range', 'Лис и компас', 'Fox and Compass'],
      ['Рыжий лис', 'Red Fox', 'Лис и компас', 'Fox and Compass'],
      ['Тёплый снег', 'Warm Snow', 'Марта Сибирь', 'Marta Sibir'],
      ['Полчаса до рассвета', 'Half an Hour to Dawn', 'Плотинка', 'Plotinka'],
      ['Эхо в тайге', 'Echo in the Taiga', 'Полярный день', 'Polar Day'],
    ],
  },
  {
    id: 'children',
    names: ['Для детей', 'For children'],
    price: 15n,
    songs: [
      ['В лесу родилась ёлочка', 'A Fir Tree Was Born', 'Капель', 'Kapel'],
      ['Колыбельная медведицы', "The Bear's Lullaby", 'Капель', 'Kapel'],
      ['Жили у бабуси', 'Two Merry Geese', 'Капель', 'Kapel'],
      ['Каравай', 'Karavai', 'Капель', 'Kapel'],
      ['Паровозик', 'Little Engine', 'Кнопки', 'The Buttons'],
      ['Мыльные пузыри', 'Soap Bubbles', 'Кнопки', 'The Buttons'],
      ['Ёжик в кедах', 'Hedgehog in Sneakers', 'Кнопки', 'The Buttons'],
      ['Спят усталые лисята', 'Sleepy Fox Cubs', 'Капель', 'Kapel'],
      ['Раз, два, три', 'One, Two, Three', 'Кнопки', 'The Buttons'],
      ['Снеговик', 'Snowman', 'Кнопки', 'The Buttons'],
    ],
  },
];

export const melodyCategories = shelves.map((shelf, index) => ({
  category_id: shelf.id,
  name_ru: shelf.names[0],
  name_en: shelf.names[1],
  position: index + 1,
}));

/** Works in the public domain, and performers that do not exist. Ids read like «folk-kalinka». */
export const melodies: MelodiesTable[] = shelves.flatMap((shelf) =>
  shelf.songs.map(([title_ru, title_en, artist_ru, artist_en]) => ({
    melody_id: `${shelf.id}-${slug(title_en)}`,
    category_id: shelf.id,
    title_ru,
    title_en,
    artist_ru,
    artist_en,
    price: shelf.price * 100n,
  })),
);

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
