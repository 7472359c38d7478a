<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
    <context>
        <name>coffee::ui::BasketRow</name>
        <message>
            <source>변경</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>삭제</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>%1 변경</source>
            <translation>Change %1</translation>
        </message>
        <message>
            <source>%1 삭제</source>
            <translation>Remove %1</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::CategoryBar</name>
        <message>
            <source>앞 분류 보기</source>
            <translation>Earlier categories</translation>
        </message>
        <message>
            <source>다음 분류 보기</source>
            <translation>More categories</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::ChoiceChip</name>
        <message>
            <source>품절</source>
            <translation>Sold out</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::DemoRibbon</name>
        <message>
            <source>체험용 결제 · 실제 결제 아님</source>
            <translation>Demo payment · no real charge</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::DigitPad</name>
        <message>
            <source>모두 지우기</source>
            <translation>Clear all</translation>
        </message>
        <message>
            <source>한 칸 지우기</source>
            <translation>Delete one</translation>
        </message>
        <message>
            <source>숫자판</source>
            <translation>Number pad</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::Gallery</name>
        <message>
            <source>아래의 화면은 가려집니다.</source>
            <translation>The page below is covered.</translation>
        </message>
        <message>
            <source>주문을 취소할까요?</source>
            <translation>Cancel this order?</translation>
        </message>
        <message>
            <source>117번 주문을 만들지 않고, 결제하신 12,500원을 돌려드립니다. 카드사에 따라 며칠이 걸릴 수 있어요.</source>
            <translation>Order 117 will not be made, and the ₩12,500 you paid goes back to you. Your bank may take a few days.</translation>
        </message>
        <message>
            <source>주문 취소하기</source>
            <translation>Cancel the order</translation>
        </message>
        <message>
            <source>그대로 두기</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>매장 비밀번호</source>
            <translation>Shop PIN</translation>
        </message>
        <message>
            <source>117번 주문을 취소하고 12,500원을 돌려줍니다.</source>
            <translation>Cancels order 117 and pays ₩12,500 back.</translation>
        </message>
        <message>
            <source>비밀번호가 달라요. 4번 더 해 볼 수 있어요.</source>
            <translation>That PIN is not right. You have 4 more tries.</translation>
        </message>
        <message>
            <source>117번을 픽업 완료로 옮겼어요.</source>
            <translation>Order 117 was marked as picked up.</translation>
        </message>
        <message>
            <source>되돌리기</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>번호</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>상태</source>
            <translation>State</translation>
        </message>
        <message>
            <source>금액</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>주문</source>
            <translation>Orders</translation>
        </message>
        <message>
            <source>담은 것</source>
            <translation>Basket</translation>
        </message>
        <message>
            <source>카페라떼</source>
            <translation>Caffè latte</translation>
        </message>
        <message>
            <source>ICE · 크게 · 귀리 우유로 변경 · 샷 추가</source>
            <translation>ICE · Large · Oat milk · Extra shot</translation>
        </message>
        <message>
            <source>청포도 에이드</source>
            <translation>Green grape ade</translation>
        </message>
        <message>
            <source>방금 품절되었어요</source>
            <translation>Just sold out</translation>
        </message>
        <message>
            <source>아직 담은 것이 없어요</source>
            <translation>Nothing in the basket yet</translation>
        </message>
        <message>
            <source>메뉴에서 마음에 드는 것을 골라 보세요.</source>
            <translation>Choose something you like from the menu.</translation>
        </message>
        <message>
            <source>알림</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>지금 주문하시면 약 5~8분 걸려요.</source>
            <translation>An order takes about 5–8 minutes now.</translation>
        </message>
        <message>
            <source>연결이 끊겨 14:03의 상태를 보여 드리고 있어요.</source>
            <translation>Not connected. You see the state as of 14:03.</translation>
        </message>
        <message>
            <source>매장과 연결되지 않아요. 담은 것은 그대로 있어요.</source>
            <translation>The shop cannot be reached. Your basket is kept.</translation>
        </message>
        <message>
            <source>다시 해 보기</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>인기</source>
            <translation>Popular</translation>
        </message>
        <message>
            <source>포장</source>
            <translation>To go</translation>
        </message>
        <message>
            <source>늦음</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>취소</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>진행</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>메뉴</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>옵션</source>
            <translation>Options</translation>
        </message>
        <message>
            <source>확인</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>결제</source>
            <translation>Pay</translation>
        </message>
        <message>
            <source>14초 뒤 처음 화면으로 돌아갑니다.</source>
            <translation>Back to the start in 14 seconds.</translation>
        </message>
        <message>
            <source>카드</source>
            <translation>Cards</translation>
        </message>
        <message>
            <source>보통 카드</source>
            <translation>Plain card</translation>
        </message>
        <message>
            <source>들어간 카드</source>
            <translation>Sunken card</translation>
        </message>
        <message>
            <source>고른 카드</source>
            <translation>Chosen card</translation>
        </message>
        <message>
            <source>주의 카드</source>
            <translation>Warning card</translation>
        </message>
        <message>
            <source>오류 카드</source>
            <translation>Error card</translation>
        </message>
        <message>
            <source>멈춤: 만들지 마세요</source>
            <translation>Stop: do not make this</translation>
        </message>
        <message>
            <source>매장 상태</source>
            <translation>The shop</translation>
        </message>
        <message>
            <source>오늘 매출</source>
            <translation>Sales today</translation>
        </message>
        <message>
            <source>주문 143건</source>
            <translation>143 orders</translation>
        </message>
        <message>
            <source>환불</source>
            <translation>Refunds</translation>
        </message>
        <message>
            <source>2건, 모두 끝남</source>
            <translation>2, all settled</translation>
        </message>
        <message>
            <source>주문기 1</source>
            <translation>Kiosk 1</translation>
        </message>
        <message>
            <source>09:12부터</source>
            <translation>since 09:12</translation>
        </message>
        <message>
            <source>바리스타 화면</source>
            <translation>Barista station</translation>
        </message>
        <message>
            <source>7초 뒤처짐, 마지막 4211번</source>
            <translation>7 s behind, last 4211</translation>
        </message>
        <message>
            <source>픽업 화면</source>
            <translation>Pickup board</translation>
        </message>
        <message>
            <source>14:03부터</source>
            <translation>since 14:03</translation>
        </message>
        <message>
            <source>보기</source>
            <translation>Views</translation>
        </message>
        <message>
            <source>덮는 화면</source>
            <translation>Overlays</translation>
        </message>
        <message>
            <source>확인 묻기</source>
            <translation>Ask to confirm</translation>
        </message>
        <message>
            <source>비밀번호 묻기</source>
            <translation>Ask for the PIN</translation>
        </message>
        <message>
            <source>알림 띄우기</source>
            <translation>Show a toast</translation>
        </message>
        <message>
            <source>컵을 먼저 골라 주세요</source>
            <translation>Please choose a cup first</translation>
        </message>
        <message>
            <source>보내는 중</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>색</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>글자</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>제목: 오늘도 따뜻하게, 온도 커피</source>
            <translation>Title: Ondo Coffee, warm every day</translation>
        </message>
        <message>
            <source>소제목: 원두를 골라 주세요</source>
            <translation>Heading: choose your beans</translation>
        </message>
        <message>
            <source>버튼: 결제하기 12,500원</source>
            <translation>Button: pay ₩12,500</translation>
        </message>
        <message>
            <source>본문: 주문하신 음료는 준비되는 대로 픽업 화면에 번호로 알려 드립니다. 낱말은 줄 끝에서 나뉘지 않습니다.</source>
            <translation>Body: your number appears on the pickup board as soon as your drink is ready. Words are never cut at the end of a line.</translation>
        </message>
        <message>
            <source>보조 글: 원산지와 알레르기 정보를 확인해 주세요.</source>
            <translation>Second text: please look at origin and allergy information.</translation>
        </message>
        <message>
            <source>주문 번호 117</source>
            <translation>Order number 117</translation>
        </message>
        <message>
            <source>버튼</source>
            <translation>Buttons</translation>
        </message>
        <message>
            <source>결제하기</source>
            <translation>Pay</translation>
        </message>
        <message>
            <source>더 담기</source>
            <translation>Add more</translation>
        </message>
        <message>
            <source>처음으로</source>
            <translation>Start over</translation>
        </message>
        <message>
            <source>12,500원</source>
            <translation>₩12,500</translation>
        </message>
        <message>
            <source>큰 글씨</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>고대비</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>직원 호출</source>
            <translation>Call staff</translation>
        </message>
        <message>
            <source>아이콘</source>
            <translation>Icons</translation>
        </message>
        <message>
            <source>입력</source>
            <translation>Input</translation>
        </message>
        <message>
            <source>메뉴 이름으로 찾기</source>
            <translation>Find by name</translation>
        </message>
        <message>
            <source>샷 추가</source>
            <translation>Extra shot</translation>
        </message>
        <message>
            <source>아메리카노</source>
            <translation>Americano</translation>
        </message>
        <message>
            <source>판매 중</source>
            <translation>On sale</translation>
        </message>
        <message>
            <source>품절</source>
            <translation>Sold out</translation>
        </message>
        <message>
            <source>복숭아 아이스티</source>
            <translation>Peach iced tea</translation>
        </message>
        <message>
            <source>영수증 받기</source>
            <translation>Print a receipt</translation>
        </message>
        <message>
            <source>번호만 받기</source>
            <translation>Number only</translation>
        </message>
        <message>
            <source>고르기</source>
            <translation>Choices</translation>
        </message>
        <message>
            <source>온도</source>
            <translation>Temperature</translation>
        </message>
        <message>
            <source>하나를 골라 주세요</source>
            <translation>Please choose one</translation>
        </message>
        <message>
            <source>크기</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>아직 고르지 않았어요</source>
            <translation>Not chosen yet</translation>
        </message>
        <message>
            <source>보통</source>
            <translation>Regular</translation>
        </message>
        <message>
            <source>크게</source>
            <translation>Large</translation>
        </message>
        <message>
            <source>아주 크게</source>
            <translation>Extra large</translation>
        </message>
        <message>
            <source>추가</source>
            <translation>Extras</translation>
        </message>
        <message>
            <source>원하는 만큼 골라 주세요</source>
            <translation>Choose as many as you like</translation>
        </message>
        <message>
            <source>바닐라 시럽</source>
            <translation>Vanilla syrup</translation>
        </message>
        <message>
            <source>귀리 우유로 변경</source>
            <translation>Oat milk instead</translation>
        </message>
        <message>
            <source>디카페인 원두로 변경</source>
            <translation>Decaffeinated beans instead</translation>
        </message>
        <message>
            <source>매장에서 드시고 가요</source>
            <translation>For here</translation>
        </message>
        <message>
            <source>커피</source>
            <translation>Coffee</translation>
        </message>
        <message>
            <source>라떼</source>
            <translation>Latte</translation>
        </message>
        <message>
            <source>차</source>
            <translation>Tea</translation>
        </message>
        <message>
            <source>에이드</source>
            <translation>Ades</translation>
        </message>
        <message>
            <source>스무디와 프라페</source>
            <translation>Smoothies and frappes</translation>
        </message>
        <message>
            <source>베이커리</source>
            <translation>Bakery</translation>
        </message>
        <message>
            <source>유기농 제주 말차를 넣은 그린티 라떼</source>
            <translation>Green tea latte with organic Jeju matcha</translation>
        </message>
        <message>
            <source>딸기 스무디</source>
            <translation>Strawberry smoothie</translation>
        </message>
        <message>
            <source>소금빵</source>
            <translation>Salt bread</translation>
        </message>
        <message>
            <source>그림</source>
            <translation>Pictures</translation>
        </message>
        <message>
            <source>온도 커피</source>
            <translation>Ondo Coffee</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::ItemTile</name>
        <message>
            <source>인기</source>
            <translation>Popular</translation>
        </message>
        <message>
            <source>HOT</source>
            <translation>HOT</translation>
        </message>
        <message>
            <source>ICE</source>
            <translation>ICED</translation>
        </message>
        <message>
            <source>품절</source>
            <translation>Sold out</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::PinSheet</name>
        <message>
            <source>돌아가기</source>
            <translation>Go back</translation>
        </message>
        <message>
            <source>매장 비밀번호</source>
            <translation>Shop PIN</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::Stepper</name>
        <message>
            <source>%1 하나 빼기</source>
            <translation>One %1 less</translation>
        </message>
        <message>
            <source>%1 하나 더하기</source>
            <translation>One %1 more</translation>
        </message>
        <message>
            <source>%1 수량</source>
            <translation>Quantity of %1</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::TouchScrollArea</name>
        <message>
            <source>아래로 더 있어요</source>
            <translation>More below</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::texts::RefusalWords</name>
        <message>
            <source>지금은 주문을 잠시 쉬고 있어요. %1부터 다시 주문할 수 있어요.</source>
            <translation>We are not taking orders right now. You can order again from %1.</translation>
        </message>
        <message>
            <source>지금은 주문을 잠시 쉬고 있어요.</source>
            <translation>We are not taking orders right now.</translation>
        </message>
        <message>
            <source>프로그램끼리 말이 맞지 않아요. 직원을 불러 주세요.</source>
            <translation>The programs do not understand each other. Please call the staff.</translation>
        </message>
        <message>
            <source>메뉴가 방금 바뀌었어요. 담은 것을 다시 확인해 주세요.</source>
            <translation>The menu has just changed. Please check your basket again.</translation>
        </message>
        <message>
            <source>담은 것 가운데 이제 팔지 않는 메뉴가 있어요.</source>
            <translation>Something in your basket is no longer sold.</translation>
        </message>
        <message>
            <source>고르지 않은 옵션이 있어요.</source>
            <translation>An option has not been chosen yet.</translation>
        </message>
        <message>
            <source>이 컵은 고를 수 없어요. 컵을 다시 골라 주세요.</source>
            <translation>This cup cannot be used here. Please choose another.</translation>
        </message>
        <message>
            <source>한 번에 주문할 수 있는 수량을 넘었어요.</source>
            <translation>That is more than one order may have.</translation>
        </message>
        <message>
            <source>담은 것 가운데 방금 품절된 메뉴가 있어요.</source>
            <translation>Something in your basket has just sold out.</translation>
        </message>
        <message>
            <source>방금 품절되었어요: %1</source>
            <translation>Just sold out: %1</translation>
        </message>
        <message>
            <source>가격이 바뀌었어요. 지금 합계는 %1이에요.</source>
            <translation>The price has changed. The total is now %1.</translation>
        </message>
        <message>
            <source>가격이 바뀌었어요. 합계를 다시 확인해 주세요.</source>
            <translation>The price has changed. Please check the total.</translation>
        </message>
        <message>
            <source>지금 주문이 많아요. %1 뒤에 다시 해 볼게요.</source>
            <translation>We are busy right now. Trying again in %1.</translation>
        </message>
        <message>
            <source>시간이 지나 주문을 다시 확인해야 해요. 결제되지 않았어요.</source>
            <translation>Time has passed, so the order must be checked again. Nothing was charged.</translation>
        </message>
        <message>
            <source>그 번호의 주문을 찾을 수 없어요.</source>
            <translation>There is no order with that number.</translation>
        </message>
        <message numerus="yes">
            <source>확인 번호가 달라요. %n번 더 해 볼 수 있어요.</source>
            <translation>
                <numerusform>That code is not right. You have %n more try.</numerusform>
                <numerusform>That code is not right. You have %n more tries.</numerusform>
            </translation>
        </message>
        <message>
            <source>확인 번호가 달라요.</source>
            <translation>That code is not right.</translation>
        </message>
        <message>
            <source>여러 번 틀려서 잠겼어요. %1 뒤에 다시 해 주세요.</source>
            <translation>Locked after too many wrong tries. Please try again in %1.</translation>
        </message>
        <message numerus="yes">
            <source>비밀번호가 달라요. %n번 더 해 볼 수 있어요.</source>
            <translation>
                <numerusform>That PIN is not right. You have %n more try.</numerusform>
                <numerusform>That PIN is not right. You have %n more tries.</numerusform>
            </translation>
        </message>
        <message>
            <source>비밀번호가 달라요.</source>
            <translation>That PIN is not right.</translation>
        </message>
        <message>
            <source>매장 비밀번호가 아직 없어요. coffeectl pin 으로 먼저 정해 주세요.</source>
            <translation>The shop has no PIN yet. Set one with coffeectl pin first.</translation>
        </message>
        <message>
            <source>주문이 그사이 바뀌었어요. 지금 상태를 확인해 주세요.</source>
            <translation>The order has changed meanwhile. Please look at its state now.</translation>
        </message>
        <message>
            <source>이미 만들기 시작해서 여기서는 취소할 수 없어요. 직원을 불러 주세요.</source>
            <translation>It is already being made, so it cannot be cancelled here. Please call the staff.</translation>
        </message>
        <message>
            <source>이 번호는 이미 다음 주문에 쓰이고 있어요.</source>
            <translation>A newer order has this number now.</translation>
        </message>
        <message>
            <source>찾을 수 없어요. 화면을 다시 확인해 주세요.</source>
            <translation>Not found. Please check the screen again.</translation>
        </message>
        <message>
            <source>남은 결제 금액보다 많이 환불할 수 없어요.</source>
            <translation>No more than what is left of the payment can be refunded.</translation>
        </message>
        <message>
            <source>이미 처리된 일이에요.</source>
            <translation>This has been dealt with already.</translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::texts::TimeWords</name>
        <message>
            <source>yyyy년 M월 d일 HH:mm</source>
            <comment>date format</comment>
            <translation>d MMM yyyy, HH:mm</translation>
        </message>
        <message numerus="yes">
            <source>약 %n분</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>최대 %n분</source>
            <translation>
                <numerusform>up to %n min</numerusform>
                <numerusform>up to %n min</numerusform>
            </translation>
        </message>
        <message>
            <source>약 %1~%2분</source>
            <translation>%1–%2 min</translation>
        </message>
        <message numerus="yes">
            <source>%n초</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n분</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>%1분 %2초</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message numerus="yes">
            <source>%n시간</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message>
            <source>%1시간 %2분</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>방금</source>
            <translation>just now</translation>
        </message>
        <message>
            <source>%1 전</source>
            <translation>%1 ago</translation>
        </message>
        <message>
            <source>%1 기준</source>
            <translation>as of %1</translation>
        </message>
        <message numerus="yes">
            <source>%n개</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>coffee::ui::texts::Words</name>
        <message>
            <source>ko</source>
            <extracomment>The code of the language these texts are in; translate as "en".</extracomment>
            <translation>en</translation>
        </message>
        <message>
            <source>%1원</source>
            <extracomment>An amount of money in won; %1 is the number with its separators.</extracomment>
            <translation>₩%1</translation>
        </message>
        <message>
            <source>+%1원</source>
            <translation>+₩%1</translation>
        </message>
        <message>
            <source>-%1원</source>
            <translation>-₩%1</translation>
        </message>
        <message>
            <source>%1번</source>
            <translation>No. %1</translation>
        </message>
        <message>
            <source>주문 번호 %1</source>
            <translation>Order number %1</translation>
        </message>
        <message>
            <source>접수</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>제조 중</source>
            <translation>Making</translation>
        </message>
        <message>
            <source>준비 완료</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>픽업 완료</source>
            <translation>Picked up</translation>
        </message>
        <message>
            <source>취소됨</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>픽업</source>
            <translation>Picked up</translation>
        </message>
        <message>
            <source>만들기 전</source>
            <translation>Not made yet</translation>
        </message>
        <message>
            <source>완료</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>만들 수 없음</source>
            <translation>Cannot be made</translation>
        </message>
        <message>
            <source>결제 중</source>
            <translation>Paying</translation>
        </message>
        <message>
            <source>결제 완료</source>
            <translation>Paid</translation>
        </message>
        <message>
            <source>결제 안 됨</source>
            <translation>Not paid</translation>
        </message>
        <message>
            <source>결과 확인 중</source>
            <translation>Checking the result</translation>
        </message>
        <message>
            <source>결제 되돌리는 중</source>
            <translation>Reversing</translation>
        </message>
        <message>
            <source>결제 되돌림</source>
            <translation>Reversed</translation>
        </message>
        <message>
            <source>직원 확인 필요</source>
            <translation>Needs a person</translation>
        </message>
        <message>
            <source>주문 없이 받은 결제</source>
            <translation>Payment kept without an order</translation>
        </message>
        <message>
            <source>환불 진행 중</source>
            <translation>Refund under way</translation>
        </message>
        <message>
            <source>환불 완료</source>
            <translation>Refunded</translation>
        </message>
        <message>
            <source>환불 확인 필요</source>
            <translation>Refund needs a person</translation>
        </message>
        <message>
            <source>주문 받는 중</source>
            <translation>Taking orders</translation>
        </message>
        <message>
            <source>주문이 많음</source>
            <translation>Busy</translation>
        </message>
        <message>
            <source>주문 쉬는 중</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>결제 정상</source>
            <translation>Payments work</translation>
        </message>
        <message>
            <source>결제 멈춤</source>
            <translation>Payments stopped</translation>
        </message>
        <message>
            <source>결제 다시 시험하는 중</source>
            <translation>Trying payments again</translation>
        </message>
        <message>
            <source>정상</source>
            <translation>Working</translation>
        </message>
        <message>
            <source>뒤처짐</source>
            <translation>Behind</translation>
        </message>
        <message>
            <source>응답 없음</source>
            <translation>Not answering</translation>
        </message>
        <message>
            <source>목록에서 뺌</source>
            <translation>Taken off the list</translation>
        </message>
        <message>
            <source>손님이 취소</source>
            <translation>Cancelled by the customer</translation>
        </message>
        <message>
            <source>직원이 취소</source>
            <translation>Cancelled by staff</translation>
        </message>
        <message>
            <source>만들 수 없어 취소</source>
            <translation>Cancelled because it cannot be made</translation>
        </message>
        <message>
            <source>디스크 공간이 부족합니다</source>
            <translation>The disk is almost full</translation>
        </message>
        <message>
            <source>컴퓨터 시계가 갑자기 바뀌었습니다</source>
            <translation>The computer’s clock jumped</translation>
        </message>
        <message>
            <source>백업이 오래되었습니다</source>
            <translation>The backup is old</translation>
        </message>
        <message>
            <source>카드사가 복원 뒤의 결제를 알려 주지 않습니다</source>
            <translation>The bank does not tell what it did since the backup</translation>
        </message>
        <message>
            <source>주문기</source>
            <translation>Kiosk</translation>
        </message>
        <message>
            <source>픽업 화면</source>
            <translation>Pickup board</translation>
        </message>
        <message>
            <source>바리스타 화면</source>
            <translation>Barista station</translation>
        </message>
        <message>
            <source>매니저 화면</source>
            <translation>Manager window</translation>
        </message>
        <message>
            <source>명령줄 도구</source>
            <translation>Command line</translation>
        </message>
        <message>
            <source>결제 서버</source>
            <translation>Payment daemon</translation>
        </message>
        <message>
            <source>에스프레소</source>
            <translation>Espresso</translation>
        </message>
        <message>
            <source>블렌더</source>
            <translation>Blender</translation>
        </message>
        <message>
            <source>푸드</source>
            <translation>Food</translation>
        </message>
        <message>
            <source>매장</source>
            <translation>For here</translation>
        </message>
        <message>
            <source>포장</source>
            <translation>To go</translation>
        </message>
        <message>
            <source>매장 컵</source>
            <translation>Shop cup</translation>
        </message>
        <message>
            <source>일회용 컵</source>
            <translation>Paper cup</translation>
        </message>
        <message>
            <source>개인 컵</source>
            <translation>Own cup</translation>
        </message>
        <message>
            <source>결제를 준비하고 있어요.</source>
            <translation>Getting the payment ready.</translation>
        </message>
        <message>
            <source>카드를 단말기에 꽂거나 대 주세요.</source>
            <translation>Please insert or tap your card.</translation>
        </message>
        <message>
            <source>카드를 읽고 있어요. 카드를 빼지 마세요.</source>
            <translation>Reading your card. Please leave it in.</translation>
        </message>
        <message>
            <source>카드사의 승인을 기다리고 있어요.</source>
            <translation>Waiting for your bank.</translation>
        </message>
        <message>
            <source>카드를 빼 주세요.</source>
            <translation>Please remove your card.</translation>
        </message>
        <message>
            <source>결제가 되었는지 확인하고 있어요.</source>
            <translation>Checking your payment.</translation>
        </message>
        <message>
            <source>카드사가 결제를 승인하지 않았어요. 결제되지 않았으니 다른 카드로 다시 해 보세요.</source>
            <translation>Your bank did not approve the payment. Nothing was charged; please try another card.</translation>
        </message>
        <message>
            <source>카드를 받지 못했어요. 결제되지 않았어요.</source>
            <translation>No card was presented. Nothing was charged.</translation>
        </message>
        <message>
            <source>지금은 카드 단말기를 쓸 수 없어요. 결제되지 않았어요.</source>
            <translation>The card terminal is not available right now. Nothing was charged.</translation>
        </message>
    </context>
</TS>
