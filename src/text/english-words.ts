import { NEWS_WORDS } from './claim/lexicon.ts';
import { entriesOf, entryFor, type Entries } from './english-entries.ts';

/**
 * What everyday English words are in Korean: beginnings of Korean words, by field. With them an English question shares words with Korean
 * articles. They are hints, never proof: what an English sentence may claim of a Korean one is the business of claim/lexicon.ts.
 */
const FIELDS = `
president 대통령 회장 총장 | minister 장관 총리 | prime 총리 수상 | government 정부 | parliament 의회 국회 | assembly 국회 의회 집회 | senate 상원 | congress 의회 국회 대회
lawmaker 의원 국회의원 | senator 상원의원 의원
election 선거 대선 총선 당선 | elect 선출 당선 선거 뽑 | vote 투표 표 득표 | candidate 후보 | party 당 정당 파티 | politic 정치 | political 정치 | politician 정치인 | policy 정책
campaign 운동 캠페인 선거 유세 | reform 개혁 | opposition 야당 반대 | ruling 여당 집권 판결 | majority 다수 과반 | minority 소수 | cabinet 내각 | governor 지사 총독 | mayor 시장
ambassador 대사 | diplomat 외교 | foreign 외국 외교 해외 | treaty 조약 | summit 정상회담 정상 | nation 국가 나라 민족 | national 국가 국립 전국 민족 | state 국가 주 상태 밝히 진술
republic 공화국 | democra 민주 | democratic 민주 | communis 공산 | communist 공산 | socialis 사회주의 | socialist 사회주의 | revolution 혁명 | independen 독립
independent 독립 무소속 | coloni 식민 | colony 식민지 | regime 정권 | dictator 독재 | coup 쿠데타 정변 | protest 시위 항의 | demonstrat 시위 | strike 파업 | impeach 탄핵
corrupt 부패 비리 | scandal 사건 의혹 스캔들 | brib 뇌물 | budget 예산 | pension 연금 | welfare 복지
king 왕 국왕 임금 | queen 여왕 왕비 왕후 | emperor 황제 천황 | empress 황후 | prince 왕자 세자 태자 | princess 공주 | throne 왕위 즉위 | crown 왕관 왕세자 | dynasty 왕조 | empire 제국
royal 왕실 왕 | palace 궁 궁궐 | noble 귀족 | reign 재위 통치 | rule 통치 규칙 다스 | ruler 통치 군주 | kingdom 왕국
law 법 | legal 법 합법 | court 법원 법정 재판 | judge 판사 법관 | justice 정의 대법관 사법 | lawyer 변호사 | attorney 변호사 검사 | prosecut 검찰 기소 검사 | trial 재판 공판
sentence 선고 징역 문장 | convict 유죄 선고 | guilty 유죄 | innocent 무죄 | crime 범죄 | criminal 범죄 형사 | murder 살인 살해 | kill 죽 살해 사망 | victim 피해자 희생 | suspect 용의자 혐의
arrest 체포 구속 | prison 교도소 감옥 수감 | jail 감옥 수감 | punish 처벌 벌 | execut 처형 집행 사형 | investigat 수사 조사 | accus 고발 비난 기소 | evidence 증거 | witness 증인 목격
testi 증언 | appeal 항소 상고 호소 | right 권리 권 오른 | constitution 헌법 | legislat 입법 | bill 법안 | act 법 행위 | civil 민사 시민 내전 | regulation 규정 규제 법규 | amend 개정
prohibit 금지 | permit 허가 허용 | liab 책임 | responsib 책임 | compensat 보상 배상 | suicide 자살
war 전쟁 대전 | battle 전투 싸움 | army 육군 군대 군 | navy 해군 | military 군 군사 | soldier 군인 병사 | troop 군대 병력 부대 | general 장군 일반 | commander 사령관 지휘 | command 지휘 명령
division 사단 분단 부문 | weapon 무기 | missile 미사일 | nuclear 핵 원자력 | bomb 폭탄 폭격 | attack 공격 습격 | invad 침략 침공 | invasion 침략 침공 침입 | defend 방어 수비
defens 방어 국방 수비 | defeat 패배 격파 | victory 승리 | surrender 항복 | peace 평화 | ceasefire 휴전 | armistice 휴전 정전 | alliance 동맹 | ally 동맹 연합 | enemy 적
border 국경 | ship 배 함 선박 | submarine 잠수함 | aircraft 항공기 비행기 | tank 전차 | wound 부상 | death 사망 죽음 | die 사망 죽 숨 별세 | dead 사망 죽 | casualt 사상자 희생
prisoner 포로 죄수 | occup 점령 직업 | siege 포위 공성 | rebel 반란 반군 | rebellion 반란 | terroris 테러 | spy 간첩 스파이 | hostage 인질 | kidnap 납치 | pirate 해적
church 교회 | religio 종교 | christian 기독교 | catholic 가톨릭 천주교 | protestant 개신교 | god 신 하나님 하느님 | bible 성경 성서 | priest 사제 신부 | pastor 목사 | pope 교황
bishop 주교 감독 | monk 승려 수도사 | temple 사원 절 사찰 | buddh 불교 부처 | islam 이슬람 | muslim 무슬림 이슬람 | faith 믿음 신앙 | belie 믿 신념 | soul 영혼 | spirit 정신 영 | prayer 기도
pray 기도 | worship 예배 숭배 | sin 죄 | heaven 천국 하늘 | hell 지옥 | angel 천사 | myth 신화 | legend 전설 | ritual 의식 제사 | scripture 경전 성서
school 학교 | university 대학 | college 대학 | student 학생 | teacher 교사 스승 선생 | professor 교수 | graduat 졸업 | degree 학위 도 | doctorate 박사 | study 연구 공부 유학
studi 연구 공부 유학 | studied 공부 연구 유학 전공 | research 연구 | scholar 학자 | science 과학 | scientist 과학자 | scientific 과학 | theory 이론 설 | experiment 실험
discover 발견 | invent 발명 | mathemat 수학 | physic 물리 | chemi 화학 | biolog 생물 | philosoph 철학 | psycholog 심리 | econom 경제 | history 역사 사 | historian 역사가 사학자
language 언어 말 어 | word 단어 말 낱말 | term 용어 임기 말 | meaning 의미 뜻 | mean 의미 뜻 평균 | defin 정의 | concept 개념 | principle 원칙 원리 | method 방법 | exam 시험
test 시험 실험 검사 | class 수업 계급 반 | lecture 강의 | library 도서관 | institut 연구소 기관 학원 | academy 아카데미 학원 | learn 배우 학습 | know 알 | idea 생각 아이디어 이념
thought 생각 사상 | logic 논리 | problem 문제 | solution 해결 해법 | example 예 | subject 과목 주제 | major 전공 주요
art 예술 미술 | artist 예술가 화가 아티스트 | paint 그림 그리 회화 | painter 화가 | music 음악 | musician 음악가 뮤지션 | musical 뮤지컬 음악 | song 노래 곡 | sing 노래 부르 | singer 가수
album 앨범 음반 | single 싱글 | band 밴드 악단 | concert 콘서트 공연 | dance 춤 댄스 | dancing 춤 | compos 작곡 구성 | composer 작곡가 | lyric 가사 | melod 선율 | opera 오페라
film 영화 | movie 영화 | director 감독 이사 | actor 배우 | actress 배우 여배우 | star 스타 별 주연 | role 역할 배역 역 | character 등장인물 캐릭터 성격 | scene 장면 | drama 드라마
theat 극장 연극 | play 연극 경기 연주 출연 맡 | series 시리즈 연작 | television 텔레비전 방송 | show 쇼 프로그램 보이 | program 프로그램 | broadcast 방송 | channel 채널 | award 상 시상 수상
prize 상 | novel 소설 | book 책 저서 | author 저자 작가 | writer 작가 | wrote 쓴 저술 집필 | writ 쓰 저술 집필 작성 | poem 시 | poet 시인 | story 이야기 | title 제목 칭호 타이틀 직함
publish 출판 발행 출간 | newspaper 신문 | magazine 잡지 | journal 저널 학술지 잡지 | article 기사 조항 글 | editor 편집 | critic 비평 평론 비판 | theme 주제 테마 | style 양식 스타일
cover 표지 덮 | photo 사진 | picture 사진 그림 | game 게임 경기 | comic 만화 | cartoon 만화 | animat 애니메이션 | debut 데뷔 | fan 팬 | perform 공연 연주 수행 | stage 무대 단계
audience 관객 청중
sport 스포츠 운동 | team 팀 대표팀 | player 선수 | coach 코치 감독 | match 경기 시합 | tournament 대회 | championship 선수권 챔피언십 대회 | champion 우승 챔피언 | league 리그 | cup 컵
season 시즌 계절 | goal 골 득점 목표 | scor 득점 골 점수 기록 | point 점 승점 | medal 메달 | gold 금 금메달 | silver 은 은메달 | bronze 동 동메달 | olympic 올림픽 | football 축구
soccer 축구 | baseball 야구 | basketball 농구 | race 경주 경기 레이스 | racing 경주 레이싱 | athlete 선수 | stadium 경기장 | record 기록 | club 클럽 구단 | draft 드래프트 지명
transfer 이적 | injur 부상 | final 결승 최종 | round 라운드 회 | opponent 상대 | referee 심판 | pitcher 투수 | transferred 이적
city 도시 시 | town 마을 도시 읍 | village 마을 | country 나라 국가 | countries 나라 국가 | province 도 성 | region 지역 지방 | area 지역 면적 | district 구역 지구 | capital 수도 자본
street 거리 | road 도로 길 | bridge 다리 교량 | river 강 | lake 호 호수 | sea 바다 해 | ocean 바다 대양 | island 섬 도 | mountain 산 | mount 산 | valley 계곡 골짜기 | forest 숲 산림
desert 사막 | coast 해안 | port 항 항구 | harbor 항구 | airport 공항 | station 역 | railway 철도 | train 열차 기차 | subway 지하철 | bus 버스 | car 차 자동차 | vehicle 차량
building 건물 | tower 탑 타워 | house 집 주택 | apartment 아파트 | park 공원 | garden 정원 | wall 벽 성벽 | castle 성 | gate 문 | map 지도 | north 북 | south 남 | east 동
west 서 | northern 북 | southern 남 | eastern 동 | western 서 서양 | world 세계 | earth 지구 땅 | land 땅 토지 육지 | place 곳 장소 위치 | locat 위치 장소 소재 | live 살 거주
stay 머물 체류 | born 태어 출생 | birth 출생 탄생 생일 | birthday 생일 | birthplace 출생지 고향 | hometown 고향 | populat 인구 | resident 주민 거주 | neighbo 이웃 | travel 여행
touris 관광 | visit 방문 찾 | move 이동 옮 이사 | cross 건너 십자 | arriv 도착 | depart 출발 | flag 국기 깃발 | museum 박물관 | hospital 병원 | restaurant 식당 음식점 | market 시장
factory 공장 | facilit 시설 | square 광장 제곱 | site 부지 사이트 터
man 남자 남성 사람 | woman 여자 여성 | women 여성 여자 | men 남자 남성 | people 사람 국민 인 | person 사람 인물 | child 아이 어린이 자녀 | children 아이 어린이 자녀 | boy 소년 남자 | girl 소녀 여자
father 아버지 부친 | mother 어머니 모친 | parent 부모 | son 아들 | daughter 딸 | brother 형 동생 형제 | sister 누나 언니 여동생 자매 | husband 남편 | wife 아내 부인 처 | family 가족 가문 일가
relative 친척 | marry 결혼 혼인 | marri 결혼 혼인 | divorce 이혼 | friend 친구 | lover 연인 | leader 지도자 대표 리더 | member 회원 멤버 의원 | founder 창립자 설립자 창업
found 설립 창립 발견 창업 | establish 설립 수립 세우 | expert 전문가 | doctor 의사 박사 | engineer 기술자 엔지니어 | worker 노동자 근로자 | farmer 농민 | captain 선장 주장 대위 | chief 장 최고
chairman 회장 의장 | secretary 비서 장관 총장 | aide 측근 보좌 | advis 고문 보좌 자문 | representat 대표 | successor 후임 후계 | predecessor 전임 | rival 경쟁 라이벌 | name 이름 명칭
nickname 별명 | call 부르 불리 불렀 칭 | known 알려 | age 나이 세 시대 | life 생애 삶 인생 생명 | career 경력 | job 직업 일자리 | position 직책 위치 직위 자리 | post 직 자리 | gender 성별
year 년 해 연도 | month 달 월 | week 주 | day 날 일 | hour 시간 | minute 분 | century 세기 | decade 년대 | era 시대 | period 기간 시기 시대 | ancient 고대 | medieval 중세
modern 현대 근대 | early 초 초기 | late 말 후기 늦 | recent 최근 | current 현재 | future 미래 | past 과거 | previous 이전 전 | origin 기원 유래 원래 | original 원래 원작
beginning 시작 처음 | spring 봄 | summer 여름 | autumn 가을 | winter 겨울 | morning 아침 오전 | night 밤 | noon 정오 | evening 저녁 | anniversary 주년 기념일 | calendar 달력 역법
once 한때 | annual 매년 연간 | average 평균
number 수 번호 | amount 금액 양 | total 총 합계 모두 | half 절반 반 | percent 퍼센트 % | rate 율 률 비율 | ratio 비율 | size 크기 규모 | length 길이 | height 높이 키 | weight 무게 체중
width 너비 폭 | depth 깊이 | distance 거리 | speed 속도 | temperature 온도 기온 | unit 단위 | measure 측정 조치 | value 가치 값 | level 수준 단계 | thousand 천 | hundred 백
million 백만 | billion 십억 억 | trillion 조 | dozen 십여 | least 최소 가장 | most 가장 최대 대부분 | best 최고 가장 베스트 | worst 최악 | long 길 긴 장 | short 짧 단 | tall 키 높
high 높 고 | low 낮 저 | wide 넓 | deep 깊 | heavy 무거 | fast 빠르 빨 | slow 느리 | strong 강 | weak 약 | hot 뜨거 더 | cold 추 차 냉 | good 좋 | bad 나쁘 나쁜 | important 중요
main 주요 주 | special 특별 특수 | common 공통 흔 일반 | different 다르 다른 차이 | same 같 동일 | similar 비슷 유사 | simple 단순 간단 | complex 복잡 | possible 가능 | necessary 필요
need 필요 | popular 인기 | famous 유명 | rich 부유 풍부 | poor 가난 빈곤 | dangerous 위험 | danger 위험 | safe 안전 | red 빨 붉 적 | blue 파란 푸른 청 | green 녹 초록 | black 검 흑
white 흰 백 하얀 | yellow 노란 황 | color 색 | colour 색
company 회사 기업 사 | corporat 기업 법인 | business 사업 기업 경영 | industry 산업 업계 | bank 은행 | money 돈 자금 | fund 기금 자금 | dollar 달러 | won 원 | pay 지불 지급 내
paid 지불 지급 냈 | salary 연봉 급여 월급 | wage 임금 | debt 빚 부채 채무 | trade 무역 거래 교역 | stock 주식 | share 지분 주식 공유 | exchange 교환 거래소 | currency 통화 화폐
inflation 물가 인플레이션 | finance 금융 재정 | financial 금융 재정 | account 계좌 계정 | insurance 보험 | tax 세 세금 | income 소득 수입 | property 재산 부동산 | employment 고용
union 노조 조합 연합 | strateg 전략 | manag 경영 관리 | own 소유 | owner 소유 주인 | customer 고객 | technolog 기술 | computer 컴퓨터 | software 소프트웨어 | internet 인터넷
network 네트워크 망 | website 웹사이트 홈페이지 | data 데이터 자료 | device 기기 장치 | machine 기계 | robot 로봇 | phone 전화 폰 | system 체계 시스템 제도 | model 모델 | version 버전 판
design 디자인 설계 | patent 특허 | energy 에너지 | electric 전기 | oil 석유 기름 | gas 가스 | coal 석탄 | metal 금속 | iron 철 | steel 강철 철강 | material 재료 물질 소재
chemical 화학 | plant 식물 공장 | space 우주 공간 | satellite 위성 | rocket 로켓 | planet 행성 | moon 달 | sun 태양 해 | light 빛 | sound 소리 음 | water 물 수 | fire 불 화재
air 공기 항공 | wind 바람 | rain 비 | snow 눈 | weather 날씨 기상 | climate 기후 | storm 폭풍 태풍 | flood 홍수 | earthquake 지진 | disaster 재해 재난 참사 | accident 사고
environment 환경 | pollut 오염 | animal 동물 | dog 개 | cat 고양이 | horse 말 | bird 새 | fish 물고기 어류 | cow 소 | tree 나무 | flower 꽃 | fruit 과일 열매 | food 음식 식품
meat 고기 | rice 쌀 밥 | wine 와인 포도주 | drink 음료 마시 | eat 먹 | cook 요리 | salt 소금 | sugar 설탕 | clothes 옷 의복 | species 종 | bone 뼈
health 건강 보건 | disease 병 질병 | ill 병 | virus 바이러스 | infect 감염 | cancer 암 | medicine 의학 약 | medical 의료 의학 | drug 약 마약 약물 | treat 치료 대우 | symptom 증상
patient 환자 | surgery 수술 | brain 뇌 | heart 심장 마음 | blood 피 혈액 | body 몸 신체 시신 | head 머리 수장 | hand 손 | eye 눈 | face 얼굴 | skin 피부 | cell 세포 | gene 유전자
protein 단백질 | memory 기억 | sleep 잠 수면 | pain 고통 통증
reason 이유 까닭 | cause 원인 일으 | result 결과 | effect 효과 영향 | influence 영향 | purpose 목적 | condition 조건 상태 | difference 차이 | change 변화 바꾸 변경 | develop 개발 발전
create 만들 창조 창설 | creat 만들 창조 창작 | form 형태 형성 결성 | type 종류 유형 형 | kind 종류 | part 부분 일부 | group 집단 단체 그룹 | organi 조직 단체 기구 | organization 조직 단체 기구
associat 협회 연합 | committee 위원회 | council 위원회 의회 협의회 | department 부서 학과 부 | agency 기관 청 | office 사무실 사무소 청 | headquarter 본부 본사 | event 행사 사건
incident 사건 | crisis 위기 | movement 운동 | project 사업 프로젝트 계획 | proposal 제안 | decision 결정 | decid 결정 정하 | choose 선택 고르 | chose 선택 골랐 | select 선정 선발 선택
claim 주장 | argu 주장 논쟁 | insist 주장 고집 | speak 말 연설 | speech 연설 | describ 묘사 설명 기술 | explain 설명 | express 표현 나타 | mention 언급 | ask 묻 물 요청 | answer 답 대답
request 요청 요구 | demand 요구 수요 | order 명령 주문 순서 | urge 촉구 권하 | warn 경고 | promise 약속 공약 | pledge 공약 약속 | criticiz 비판 | criticis 비판 | prais 칭찬 극찬
blame 비난 탓 | oppos 반대 | support 지지 지원 | agree 동의 합의 | allow 허용 허락 | accept 받아들 수용 | receiv 받 | send 보내 | sent 보내 보냈 | carry 운반 | lost 잃 | find 찾 발견
watch 보 관람 | hear 듣 들 | heard 들었 | feel 느끼 | think 생각 여기 | consider 여기 고려 간주 | regard 여기 간주 | love 사랑 | hate 싫어 증오 | fear 두려 공포 | use 사용 이용 쓰
work 일 작품 활동 근무 | serv 복무 근무 봉사 | run 운영 출마 달리 | ran 출마 운영 | lead 이끌 | led 이끌 | follow 따르 뒤 | meet 만나 | met 만나 만났 | gather 모이 모였 | separat 분리 갈라
divid 나누 분할 | combin 결합 합치 | connect 연결 | includ 포함 | contain 포함 함유 담 | consist 구성 이루 | remain 남 | return 돌아 복귀 | enter 들어 입학 입장 | join 가입 합류 입단
escape 탈출 도망 | hid 숨 | destroy 파괴 | break 깨 | broke 깨 | burn 불 태우 | replac 대체 교체 | renam 개명 바꾸 | control 통제 장악 | power 권력 힘 권한 | force 힘 강제 군
protect 보호 | save 구하 절약 | rescue 구조 구출 | succeed 계승 성공 | fail 실패 | win 이기 우승 승리 | compet 경쟁 겨루 | appear 등장 출연 나타 | disappear 사라 실종 | missing 실종
vanish 사라 | happen 일어 발생 | occur 발생 일어 | exist 존재 | symbol 상징 | secret 비밀 | truth 진실 | information 정보 | news 뉴스 소식 | message 메시지 | letter 편지 글자
document 문서 | contract 계약 | agreement 협정 합의 | negotiat 협상 | conflict 갈등 분쟁 | dispute 분쟁 논란 | controvers 논란 | debate 토론 논쟁 | discriminat 차별
equal 평등 같 | freedom 자유 | free 자유 무료 | human 인간 인류 | culture 문화 | cultural 문화 | society 사회 | social 사회 | tradition 전통 | custom 관습 풍습 | festival 축제
ceremony 의식 식 | funeral 장례 | wedding 결혼 | holiday 휴일 명절 | rank 순위 계급 | status 지위 신분 | skill 기술 실력 | qualif 자격 | experience 경험 | abilit 능력 | success 성공
failure 실패 | mistake 실수 잘못 | rumor 소문 | gift 선물 | full 전체 완전 | partial 부분 | entire 전체 | additional 추가 | alternative 대안 | temporary 임시 잠정
permanent 영구 | international 국제 | global 세계 글로벌 | internal 내부 | external 외부 | central 중앙 | native 원주민 토착 | basic 기본 기초 | natural 자연 천연 | artificial 인공
digital 디지털 | virtual 가상 | electronic 전자 | automatic 자동
`;

const OWN = entriesOf(FIELDS);
const WORDS: Entries = new Map([
  ...NEWS_WORDS,
  ...[...OWN].map(([word, korean]) => [word, [...new Set([...korean, ...(NEWS_WORDS.get(word) ?? [])])]] as const),
]);

/** What a folded English word may be in Korean: beginnings of Korean words; none where it is not listed. */
export function koreanWords(word: string): readonly string[] {
  return entryFor(WORDS, word) ?? [];
}
