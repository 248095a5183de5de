<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>ActivationCurve</name>
    <message>
        <source>Select a node to see its activation.</source>
        <translation>노드를 선택하면 활성화 함수의 곡선이 나타납니다.</translation>
    </message>
    <message>
        <source>→ class {name}</source>
        <translation>→ 클래스 {name}</translation>
    </message>
    <message>
        <source>does not fire</source>
        <translation>발화하지 않음</translation>
    </message>
    <message>
        <source>fires</source>
        <translation>발화</translation>
    </message>
    <message>
        <source>Softmax shares 1 out among the nodes of the layer: each output depends on every z of the layer, and they add up to 1.</source>
        <translation>소프트맥스는 1을 계층의 노드에 나누어 줍니다. 각 출력은 계층의 모든 z에 따라 달라지고, 출력을 모두 더하면 1입니다.</translation>
    </message>
    <message>
        <source>z, a and slope</source>
        <translation>z, a, 기울기</translation>
    </message>
    <message>
        <source>slope {slope} = {rate}</source>
        <translation>기울기 {slope} = {rate}</translation>
    </message>
    <message>
        <source>z = {z}, a = {a}, slope f&apos;(z) = {rate}</source>
        <translation>z = {z}, a = {a}, 기울기 f&apos;(z) = {rate}</translation>
    </message>
    <message>
        <source>a ≥ {limit} {class_}</source>
        <translation>a ≥ {limit} {class_}</translation>
    </message>
    <message>
        <source>a &lt; {limit} {class_}</source>
        <translation>a &lt; {limit} {class_}</translation>
    </message>
    <message>
        <source>z ≥ 0: the neuron fires.</source>
        <translation>z ≥ 0: 뉴런이 발화합니다.</translation>
    </message>
    <message>
        <source>z &lt; 0: the neuron does not fire.</source>
        <translation>z &lt; 0: 뉴런이 발화하지 않습니다.</translation>
    </message>
    <message>
        <source>The derivative of the step is 0 wherever it has one, so every gradient that comes through it is 0: it cannot be trained by gradient descent.</source>
        <translation>계단 함수의 도함수는 미분할 수 있는 모든 곳에서 0이므로, 계단 함수를 지나는 기울기는 모두 0입니다. 따라서 경사하강법으로 학습할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>&lt;b&gt;{dataset}&lt;/b&gt;: inputs {inputs}, outputs {outputs}.</source>
        <translation>&lt;b&gt;{dataset}&lt;/b&gt;: 입력 {inputs}개, 출력 {outputs}개.</translation>
    </message>
    <message>
        <source>Use proposed settings</source>
        <translation>추천 설정 적용</translation>
    </message>
    <message>
        <source>The output is now {activation}, the loss {loss}.</source>
        <translation>이제 출력층의 활성화 함수는 {activation}, 손실함수는 {loss}입니다.</translation>
    </message>
    <message>
        <source>standardised inputs (now {low} to {high})</source>
        <translation>입력 표준화(현재 {low} ~ {high})</translation>
    </message>
    <message>
        <source>one hidden layer of {sizes} nodes ({activation})</source>
        <translation>은닉층 1개(노드 {sizes}개, {activation})</translation>
    </message>
    <message>
        <source>{count} hidden layers of {sizes} nodes ({activation})</source>
        <translation>은닉층 {count}개(노드 {sizes}개, {activation})</translation>
    </message>
    <message>
        <source>all samples in a batch</source>
        <translation>전체 샘플을 한 배치로</translation>
    </message>
    <message>
        <source>batches of {size}</source>
        <translation>배치 크기 {size}</translation>
    </message>
    <message>
        <source>about {epochs} epochs</source>
        <translation>약 {epochs} 에포크</translation>
    </message>
    <message>
        <source>Proposed: {list}.</source>
        <translation>추천: {list}.</translation>
    </message>
    <message>
        <source>Values of different losses cannot be compared, so the loss curve starts anew.</source>
        <translation>손실함수가 다르면 값을 비교할 수 없으므로 손실 곡선을 새로 시작합니다.</translation>
    </message>
    <message>
        <source>Training went on from epoch {epoch}, the newest. “Continue from here” goes on from an epoch that is visited.</source>
        <translation>가장 최근인 에포크 {epoch}부터 학습을 이어 갔습니다. 보고 있는 에포크부터 이어 가려면 “여기서부터 계속”을 누르세요.</translation>
    </message>
    <message>
        <source>Go on without this rule</source>
        <translation>이 조건 없이 계속</translation>
    </message>
    <message>
        <source>Drop stop rule</source>
        <translation>종료 조건 해제</translation>
    </message>
    <message>
        <source>Training stopped because of an error in nnsim. The parameters are those of the last finished epoch.</source>
        <translation>nnsim의 오류로 학습이 중단되었습니다. 가중치와 바이어스는 마지막으로 끝난 에포크의 값입니다.</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>자세히…</translation>
    </message>
    <message>
        <source>Training stopped</source>
        <translation>학습이 중단되었습니다</translation>
    </message>
    <message>
        <source>Next reason ({place} of {count})</source>
        <translation>다음 원인({place}/{count})</translation>
    </message>
</context>
<context>
    <name>ColumnNames</name>
    <message>
        <source>Rename the column…</source>
        <translation>열 이름 바꾸기…</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>클래스 {number}</translation>
    </message>
    <message>
        <source>Rename {column}…</source>
        <translation>{column} 이름 바꾸기…</translation>
    </message>
    <message>
        <source>This column has no name of its own.</source>
        <translation>이 열에는 따로 이름이 없습니다.</translation>
    </message>
    <message>
        <source>Name of the column</source>
        <translation>열 이름</translation>
    </message>
    <message>
        <source>Rename to {name}</source>
        <translation>이름을 {name}(으)로 바꾸기</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>쓰임</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>변환 결과</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>빠진 값</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New weights</source>
        <translation>가중치 새로 뽑기</translation>
    </message>
</context>
<context>
    <name>Conflict</name>
    <message>
        <source>{name} was changed on disk since this window read or saved it.</source>
        <translation>이 창에서 읽거나 저장한 뒤에 {name} 파일이 디스크에서 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Overwriting replaces those changes. Reloading takes them over; your own can be brought back with Undo.</source>
        <translation>덮어쓰면 그 변경 내용이 사라집니다. 다시 불러오면 그 내용으로 바뀌며, 현재 작업은 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>다른 이름으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>덮어쓰기(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>다시 불러오기(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>true class t</source>
        <translation>정답 t</translation>
    </message>
    <message>
        <source>true class {actual}, predicted {predicted}: {count}</source>
        <translation>정답 {actual}, 예측 {predicted}: {count}개</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Train one epoch</source>
        <translation>1 에포크 학습</translation>
    </message>
    <message>
        <source>Train {count} epochs</source>
        <translation>{count} 에포크 학습</translation>
    </message>
</context>
<context>
    <name>CopyTable</name>
    <message>
        <source>Copy table as CSV</source>
        <translation>표를 CSV로 복사</translation>
    </message>
</context>
<context>
    <name>CurvePicture</name>
    <message>
        <source>Activation curve</source>
        <translation>활성화 함수의 곡선</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Seed of the samples</source>
        <translation>샘플을 만드는 시드</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Standardise inputs</source>
        <translation>입력 표준화</translation>
    </message>
    <message>
        <source>Min–max</source>
        <translation>최소–최대</translation>
    </message>
    <message>
        <source>Bring every input to 0…1</source>
        <translation>모든 입력을 0에서 1 사이로 바꿉니다</translation>
    </message>
    <message>
        <source>Choose dataset</source>
        <translation>데이터셋 선택</translation>
    </message>
    <message>
        <source>Change samples</source>
        <translation>샘플 변경</translation>
    </message>
    <message>
        <source>Use raw inputs</source>
        <translation>입력 표준화 해제</translation>
    </message>
    <message>
        <source>Scale inputs to 0…1</source>
        <translation>입력을 0~1로 변환</translation>
    </message>
    <message>
        <source>{training} training samples</source>
        <translation>학습 샘플 {training}개</translation>
    </message>
    <message>
        <source>{testing} held out</source>
        <translation>테스트 샘플 {testing}개</translation>
    </message>
    <message>
        <source>from {file}</source>
        <translation>{file}에서 가져옴</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>직접 수정함</translation>
    </message>
</context>
<context>
    <name>DiagramEdits</name>
    <message>
        <source>Choose activation</source>
        <translation>활성화 함수 선택</translation>
    </message>
    <message>
        <source>Add node</source>
        <translation>노드 추가</translation>
    </message>
    <message>
        <source>Remove node</source>
        <translation>노드 삭제</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>은닉층 삭제</translation>
    </message>
    <message>
        <source>Insert layer</source>
        <translation>은닉층 추가</translation>
    </message>
</context>
<context>
    <name>DrawTools</name>
    <message>
        <source>Select</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>A click selects the sample under it</source>
        <translation>클릭한 자리의 샘플을 선택합니다</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Click or drag on the map to take samples away</source>
        <translation>지도를 클릭하거나 끌어서 샘플을 지웁니다</translation>
    </message>
    <message>
        <source>Click or drag on the map to put samples of {name}</source>
        <translation>지도를 클릭하거나 끌어서 {name} 샘플을 찍습니다</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>브러시 크기</translation>
    </message>
    <message>
        <source>Brush noise</source>
        <translation>브러시 노이즈</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Radius of the brush in pixels of the screen: the circle around the pointer is what it reaches, however the axes are scaled</source>
        <translation>브러시의 반지름(화면 픽셀): 축의 눈금과 관계없이 포인터를 둘러싼 원 안에 닿습니다</translation>
    </message>
    <message>
        <source>Standard deviation in pixels of the screen by which points miss the circle; most fall within the dashed one</source>
        <translation>점이 원에서 벗어나는 정도의 표준편차(화면 픽셀): 대부분의 점이 점선 원 안에 찍힙니다</translation>
    </message>
</context>
<context>
    <name>EffectModel</name>
    <message>
        <source>now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>then</source>
        <translation>변경 후</translation>
    </message>
    <message>
        <source>change</source>
        <translation>변화</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export the curves…</source>
        <translation>곡선 내보내기…</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
</context>
<context>
    <name>FileExport</name>
    <message>
        <source>{file} cannot be written.</source>
        <translation>{file} 파일을 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another folder or name.</source>
        <translation>아무것도 바꾸지 않았습니다. 다른 폴더나 이름을 골라 주세요.</translation>
    </message>
    <message>
        <source>“{kind}” needs the package {package}, which is not installed.</source>
        <translation>‘{kind}’(으)로 내보내려면 {package} 패키지가 필요하지만 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>This line in a terminal installs it:</source>
        <translation>터미널에서 다음 명령을 실행하면 설치됩니다.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>{file} cannot be opened.</source>
        <translation>{file} 파일을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The work</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Reload from disk</source>
        <translation>디스크에서 다시 불러오기</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>변경 내용을 {name}에 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t save</source>
        <translation>저장 안 함(&amp;D)</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>{file} 파일을 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>nnsim projects (*{suffix})</source>
        <translation>nnsim 프로젝트 (*{suffix})</translation>
    </message>
    <message>
        <source>The open project is as it was.</source>
        <translation>열려 있는 프로젝트는 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>FirstWeights</name>
    <message>
        <source>Drawn by</source>
        <translation>초기화 방법</translation>
    </message>
    <message>
        <source>Seed of the first weights</source>
        <translation>초기 가중치의 시드</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로 뽑기</translation>
    </message>
    <message>
        <source>New first weights</source>
        <translation>초기 가중치 새로 뽑기</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>가중치 새로 뽑기</translation>
    </message>
    <message>
        <source>{initializer}, seed {seed}</source>
        <translation>{initializer}, 시드 {seed}</translation>
    </message>
</context>
<context>
    <name>FoldModel</name>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>running total</source>
        <translation>누적 합</translation>
    </message>
</context>
<context>
    <name>FormulaView</name>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>≈ where not all digits are shown: nnsim computes with all of them</source>
        <translation>≈는 모든 자리가 보이지 않는다는 뜻입니다. 계산은 모든 자리로 합니다</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>LaTeX로 복사</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>이미지로 복사</translation>
    </message>
</context>
<context>
    <name>GradientCheck</name>
    <message>
        <source>Weight or bias to check</source>
        <translation>검산할 가중치 또는 바이어스</translation>
    </message>
    <message>
        <source>ε, how far w is moved</source>
        <translation>ε: w를 움직이는 크기</translation>
    </message>
    <message>
        <source>ε, how far w is moved to either side</source>
        <translation>ε: w를 양쪽으로 움직이는 크기</translation>
    </message>
    <message>
        <source>measured slope</source>
        <translation>측정한 기울기</translation>
    </message>
    <message>
        <source>∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;w&lt;/i&gt; backward</source>
        <translation>역전파 ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;w&lt;/i&gt;</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>상대 차이</translation>
    </message>
    <message>
        <source>(E(w + ε) − E(w − ε)) / 2ε, beside ∂E/∂w:</source>
        <translation>(E(w + ε) − E(w − ε)) / 2ε와 ∂E/∂w 비교:</translation>
    </message>
    <message>
        <source>Measured as soon as training pauses.</source>
        <translation>학습을 멈추면 측정합니다.</translation>
    </message>
    <message>
        <source>E: mean over N = {count} training samples.</source>
        <translation>E: 학습 샘플 N = {count}개의 평균</translation>
    </message>
    <message>
        <source>E of this sample alone.</source>
        <translation>이 샘플만의 E</translation>
    </message>
    <message>
        <source>All training samples would take too long.</source>
        <translation>모든 학습 샘플로 측정하려면 너무 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>측정 중 …</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import data</source>
        <translation>데이터 가져오기</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>파일의 처음 몇 행</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>Use of the selected columns</source>
        <translation>선택한 열의 쓰임</translation>
    </message>
    <message>
        <source>Use the selected columns as</source>
        <translation>선택한 열의 쓰임:</translation>
    </message>
    <message>
        <source>Missing inputs</source>
        <translation>빠진 입력값</translation>
    </message>
    <message>
        <source>Scaling of the inputs</source>
        <translation>입력의 스케일링</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>At most {text} MB ({workbook} MB in a workbook), {rows} rows, {columns} columns, {inputs} inputs, {classes} classes</source>
        <translation>최대 {text} MB(엑셀 파일은 {workbook} MB), {rows}행, {columns}열, 입력 {inputs}개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>{samples} samples, {inputs} inputs, 1 output: 0 or 1</source>
        <translation>샘플 {samples}개, 입력 {inputs}개, 출력 1개: 0 또는 1</translation>
    </message>
    <message>
        <source>{samples} samples, {inputs} inputs, {outputs} classes</source>
        <translation>샘플 {samples}개, 입력 {inputs}개, 클래스 {outputs}개</translation>
    </message>
    <message>
        <source>{samples} samples, {inputs} inputs, {outputs} outputs: numbers</source>
        <translation>샘플 {samples}개, 입력 {inputs}개, 출력 {outputs}개: 수</translation>
    </message>
    <message>
        <source>{count} cells are formulas: the values saved with them are taken</source>
        <translation>수식 셀 {count}개: 함께 저장된 값을 사용합니다</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import data</source>
        <translation>데이터 가져오기</translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>표 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>{file} 가져오기</translation>
    </message>
    <message>
        <source>{file} cannot be imported.</source>
        <translation>{file} 파일을 가져올 수 없습니다.</translation>
    </message>
    <message>
        <source>The open project is as it was.</source>
        <translation>열려 있는 프로젝트는 그대로입니다.</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>새 표</translation>
    </message>
</context>
<context>
    <name>InsertButton</name>
    <message>
        <source>Insert a hidden layer here</source>
        <translation>여기에 은닉층 추가</translation>
    </message>
    <message>
        <source>Insert a hidden layer after layer {layer}</source>
        <translation>계층 {layer} 뒤에 은닉층 추가</translation>
    </message>
</context>
<context>
    <name>InsideView</name>
    <message>
        <source>Distribution of W, a and δ, layer by layer</source>
        <translation>계층별 W, a, δ의 분포</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>계층</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Numbers</source>
        <translation>수식과 값</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>만약에</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검산</translation>
    </message>
    <message>
        <source>Check a gradient by measuring the slope</source>
        <translation>기울기를 직접 재어 검산합니다</translation>
    </message>
    <message>
        <source>Weight {name}</source>
        <translation>가중치 {name}</translation>
    </message>
    <message>
        <source>from node {k} of layer {before} to node {j} of layer {layer}</source>
        <translation>계층 {before}의 노드 {k} → 계층 {layer}의 노드 {j}</translation>
    </message>
    <message>
        <source>Layer {layer}, node {j}</source>
        <translation>계층 {layer}, 노드 {j}</translation>
    </message>
    <message>
        <source>Layer {layer} · {role}</source>
        <translation>계층 {layer} · {role}</translation>
    </message>
    <message>
        <source>Sample {row}</source>
        <translation>샘플 {row}</translation>
    </message>
    <message>
        <source>input · {name}</source>
        <translation>입력 · {name}</translation>
    </message>
    <message>
        <source>nodes: {count}</source>
        <translation>노드 {count}개</translation>
    </message>
    <message>
        <source>x as it is, no activation</source>
        <translation>x 그대로, 활성화 함수 없음</translation>
    </message>
    <message>
        <source>decides for class {name}</source>
        <translation>판정: 클래스 {name}</translation>
    </message>
    <message>
        <source>&lt;i&gt;E&lt;/i&gt; of this sample alone = {loss}</source>
        <translation>이 샘플만의 &lt;i&gt;E&lt;/i&gt; = {loss}</translation>
    </message>
    <message>
        <source>Click a node, a weight or a layer&apos;s name to see its numbers. Double-click a number to type another.</source>
        <translation>노드, 가중치 또는 계층 이름을 클릭하면 값을 볼 수 있습니다. 숫자를 두 번 클릭하면 바꿀 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>LayerActivation</name>
    <message>
        <source>Activation function of this layer</source>
        <translation>이 계층의 활성화 함수</translation>
    </message>
    <message>
        <source>Choose activation</source>
        <translation>활성화 함수 선택</translation>
    </message>
    <message>
        <source>Activation of layer {layer}</source>
        <translation>계층 {layer}의 활성화 함수</translation>
    </message>
</context>
<context>
    <name>LayerHeader</name>
    <message>
        <source>Select this layer</source>
        <translation>이 계층 선택</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>활성화 없음</translation>
    </message>
    <message>
        <source>Activation of layer {layer}</source>
        <translation>계층 {layer}의 활성화 함수</translation>
    </message>
    <message>
        <source>Activation function of this layer</source>
        <translation>이 계층의 활성화 함수</translation>
    </message>
    <message>
        <source>Remove the last node</source>
        <translation>마지막 노드 삭제</translation>
    </message>
    <message>
        <source>Add a node</source>
        <translation>노드 추가</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>이 계층 삭제</translation>
    </message>
</context>
<context>
    <name>LayoutFields</name>
    <message>
        <source>The first row has the names</source>
        <translation>첫 행은 열 이름</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>구분 기호</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>소수점</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
</context>
<context>
    <name>LearningRate</name>
    <message>
        <source>Learning rate</source>
        <translation>학습율</translation>
    </message>
    <message>
        <source>Learning rate, logarithmic</source>
        <translation>학습율(로그 눈금)</translation>
    </message>
</context>
<context>
    <name>LegendToggle</name>
    <message>
        <source>Before the last change of the network</source>
        <translation>신경망을 마지막으로 바꾸기 전의 값</translation>
    </message>
</context>
<context>
    <name>LossHeader</name>
    <message>
        <source>train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>log axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>These targets are no classes, so no answer is simply right or wrong.</source>
        <translation>목표값이 클래스가 아니므로 맞고 틀림을 셀 수 없습니다.</translation>
    </message>
    <message>
        <source>Share of correct answers</source>
        <translation>맞힌 비율</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Loss by epoch</source>
        <translation>에포크별 손실</translation>
    </message>
    <message>
        <source>blew up after this epoch</source>
        <translation>이 에포크 뒤에 발산</translation>
    </message>
    <message>
        <source>The numbers blew up before the first epoch was over.</source>
        <translation>첫 에포크가 끝나기 전에 값이 발산했습니다.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Press Run: the loss appears here.</source>
        <translation>학습을 시작하면 여기에 손실이 나타납니다.</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>에포크 {number}</translation>
    </message>
    <message>
        <source>test {loss}</source>
        <translation>테스트 {loss}</translation>
    </message>
    <message>
        <source>accuracy {share}</source>
        <translation>정확도 {share}</translation>
    </message>
    <message>
        <source>test {share}</source>
        <translation>테스트 {share}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>상세 정보</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>내부</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>도구 모음</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>학습 시작(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>{step} 실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>{step} 다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Something went wrong in nnsim: {summary}</source>
        <translation>nnsim에서 오류가 발생했습니다: {summary}</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Making the file…</source>
        <translation>파일을 만드는 중…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>MapAxes</name>
    <message>
        <source>Input to the right</source>
        <translation>가로축 입력</translation>
    </message>
    <message>
        <source>Input upward</source>
        <translation>세로축 입력</translation>
    </message>
</context>
<context>
    <name>MapDrawing</name>
    <message>
        <source>Drawing needs two inputs.</source>
        <translation>입력이 2개일 때 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Drawing needs classes as targets.</source>
        <translation>목표값이 클래스일 때 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Drawing needs {count} classes or fewer.</source>
        <translation>클래스가 {count}개 이하일 때 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Erase samples</source>
        <translation>샘플 지우기</translation>
    </message>
    <message>
        <source>Draw samples of {name}</source>
        <translation>{name} 샘플 그리기</translation>
    </message>
</context>
<context>
    <name>MatrixWindow</name>
    <message>
        <source>Numbers of the matrix or sum</source>
        <translation>행렬 또는 합의 값</translation>
    </message>
    <message>
        <source>All {letter} of layer {layer}: {rows} × {columns}</source>
        <translation>{layer}층의 모든 {letter}: {rows} × {columns}</translation>
    </message>
    <message>
        <source>Terms of {name}: {count}</source>
        <translation>{name}의 항: {count}개</translation>
    </message>
</context>
<context>
    <name>NetworkDiagram</name>
    <message>
        <source>Network diagram</source>
        <translation>신경망 그림</translation>
    </message>
    <message>
        <source>The strongest {drawn} of {total} weights are drawn.</source>
        <translation>가중치 {total}개 중 절댓값이 큰 {drawn}개만 그렸습니다.</translation>
    </message>
</context>
<context>
    <name>NewTableDialog</name>
    <message>
        <source>0 or 1</source>
        <translation>0 또는 1</translation>
    </message>
    <message>
        <source>one of several classes</source>
        <translation>여러 클래스 중 하나</translation>
    </message>
    <message>
        <source>any numbers</source>
        <translation>임의의 수</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>새 표</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>목표값</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Not a number. Write it like 0.5, -2, 1e-3 or 1/3.</source>
        <translation>숫자가 아닙니다. 0.5, -2, 1e-3, 1/3처럼 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>NumbersPage</name>
    <message>
        <source>all terms</source>
        <translation>모든 항</translation>
    </message>
    <message>
        <source>Write long sums in full, without dots</source>
        <translation>긴 합을 줄이지 않고 모두 씁니다</translation>
    </message>
    <message>
        <source>Copy the formulas or the table</source>
        <translation>수식이나 표 복사</translation>
    </message>
    <message>
        <source>Copy table as CSV</source>
        <translation>표를 CSV로 복사</translation>
    </message>
    <message>
        <source>Form of the formulas</source>
        <translation>수식의 형태</translation>
    </message>
    <message>
        <source>Number by number, or a whole layer at once in matrices</source>
        <translation>값 하나씩, 또는 한 계층 전체를 행렬로</translation>
    </message>
    <message>
        <source>number by number</source>
        <translation>값 하나씩</translation>
    </message>
    <message>
        <source>matrices, rows</source>
        <translation>행렬, 행벡터</translation>
    </message>
    <message>
        <source>matrices, columns</source>
        <translation>행렬, 열벡터</translation>
    </message>
</context>
<context>
    <name>OutputMap</name>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>In percent of each true class</source>
        <translation>실제 클래스별 백분율로</translation>
    </message>
    <message>
        <source>These targets are no classes that could be counted.</source>
        <translation>정답 t가 클래스가 아니므로 개수를 셀 수 없습니다.</translation>
    </message>
    <message>
        <source>Output {y} over {x1}, {x2}</source>
        <translation>{x1}, {x2}에 따른 출력 {y}</translation>
    </message>
    <message>
        <source>Output {y}</source>
        <translation>출력 {y}</translation>
    </message>
    <message>
        <source>{name}, standardised</source>
        <translation>{name}(표준화)</translation>
    </message>
    <message>
        <source>{name}, 0 to 1</source>
        <translation>{name}, 0~1</translation>
    </message>
    <message>
        <source>other inputs as in sample {number}</source>
        <translation>다른 입력은 샘플 {number}의 값</translation>
    </message>
    <message>
        <source>Confusion matrix, {count} test samples</source>
        <translation>혼동 행렬, 테스트 샘플 {count}개</translation>
    </message>
    <message>
        <source>{count} test samples</source>
        <translation>테스트 샘플 {count}개</translation>
    </message>
    <message>
        <source>Confusion matrix, {count} training samples</source>
        <translation>혼동 행렬, 학습 샘플 {count}개</translation>
    </message>
    <message>
        <source>{count} training samples</source>
        <translation>학습 샘플 {count}개</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>클래스 {name}</translation>
    </message>
    <message>
        <source>test sample {number}</source>
        <translation>테스트 샘플 {number}</translation>
    </message>
    <message>
        <source>sample {number}</source>
        <translation>샘플 {number}</translation>
    </message>
</context>
<context>
    <name>PassBar</name>
    <message>
        <source>Play the steps one after another</source>
        <translation>단계를 이어서 재생</translation>
    </message>
    <message>
        <source>Apply the update</source>
        <translation>갱신 적용</translation>
    </message>
    <message>
        <source>Take the new weights and biases over, as one step that can be undone</source>
        <translation>새 가중치와 바이어스를 적용합니다. 한 번에 실행 취소할 수 있습니다</translation>
    </message>
    <message>
        <source>End the pass: show every number</source>
        <translation>단계별 계산 끝내기: 모든 값을 표시</translation>
    </message>
    <message>
        <source>Size of a step</source>
        <translation>한 단계의 크기</translation>
    </message>
    <message>
        <source>How much one step takes</source>
        <translation>한 단계에서 계산하는 범위</translation>
    </message>
    <message>
        <source>Samples of the pass</source>
        <translation>계산에 쓰는 샘플</translation>
    </message>
    <message>
        <source>this sample</source>
        <translation>이 샘플</translation>
    </message>
    <message>
        <source>all training samples</source>
        <translation>모든 학습 샘플</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>재생 속도</translation>
    </message>
    <message>
        <source>How long a step stays when the steps are played</source>
        <translation>재생할 때 한 단계를 보여 주는 시간</translation>
    </message>
    <message>
        <source>{seconds} s a step</source>
        <translation>단계당 {seconds}초</translation>
    </message>
    <message>
        <source>as on paper</source>
        <translation>손계산처럼</translation>
    </message>
    <message>
        <source>Round every result to the decimals shown as it is written down (z, a, E, δ, gradients, new weights, running sums, what each sample adds to E, an optimizer&apos;s memory), and compute on with the rounded number, as with a pencil. Within one line nothing is rounded.</source>
        <translation>모든 결과(z, a, E, δ, 기울기, 새 가중치, 더해 가는 중간 합, 각 샘플이 E에 더하는 값, 최적화 기법의 기억)를 적는 순간 표시된 소수 자릿수로 반올림하고, 연필로 하듯이 반올림한 수로 계속 계산합니다. 한 줄 안에서는 반올림하지 않습니다.</translation>
    </message>
    <message>
        <source>the next mini-batch (N = {n})</source>
        <translation>다음 미니배치 (N = {n})</translation>
    </message>
    <message>
        <source>Mini-batch {number} of {count} of epoch {epoch}: samples {samples}</source>
        <translation>에포크 {epoch}의 미니배치 {count}개 중 {number}번째: 샘플 {samples}</translation>
    </message>
    <message>
        <source>A run that starts now begins this epoch anew.</source>
        <translation>지금 학습을 시작하면 이 에포크를 처음부터 다시 합니다.</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>단계 {number} / {count}</translation>
    </message>
    <message>
        <source>mean over N = {n}</source>
        <translation>N = {n}개의 평균</translation>
    </message>
</context>
<context>
    <name>PasteTable</name>
    <message>
        <source>Paste cells</source>
        <translation>셀 붙여넣기</translation>
    </message>
</context>
<context>
    <name>Penalties</name>
    <message>
        <source>L2 penalty λ₂</source>
        <translation>L2 규제 λ₂</translation>
    </message>
    <message>
        <source>L1 penalty λ₁</source>
        <translation>L1 규제 λ₁</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>PointKey</name>
    <message>
        <source>train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>오답</translation>
    </message>
</context>
<context>
    <name>QuantityTable</name>
    <message>
        <source>Quantities</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Restore &amp;result</source>
        <translation>결과 되살리기(&amp;R)</translation>
    </message>
    <message>
        <source>Take first &amp;weights</source>
        <translation>초기 가중치 가져오기(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>Pin as &amp;baseline</source>
        <translation>기준으로 고정(&amp;B)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>이름 바꾸기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>learning rate η</source>
        <translation>학습율 η</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>Back to the end of this run: network, weights, data, settings</source>
        <translation>이 학습이 끝난 때로 돌아갑니다: 신경망, 가중치, 데이터, 설정</translation>
    </message>
    <message>
        <source>Start with this run&apos;s first weights; data and settings stay</source>
        <translation>이 학습의 초기 가중치로 시작합니다. 데이터와 설정은 그대로입니다</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>다시 학습(&amp;A)</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>다시 학습</translation>
    </message>
    <message>
        <source>with another {what}</source>
        <translation>{what} 바꾸기</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Start once more from the same first weights, with one change or none</source>
        <translation>같은 초기 가중치에서 그대로, 또는 하나만 바꿔 다시 시작합니다</translation>
    </message>
    <message>
        <source>Two selected runs side by side</source>
        <translation>선택한 두 학습을 나란히 비교합니다</translation>
    </message>
    <message>
        <source>Pin as the baseline that others are compared with</source>
        <translation>다른 학습과 비교할 기준으로 고정합니다</translation>
    </message>
    <message>
        <source>Rename  (F2)</source>
        <translation>이름 바꾸기  (F2)</translation>
    </message>
    <message>
        <source>Delete the selected runs  (Del)</source>
        <translation>선택한 학습 삭제  (Del)</translation>
    </message>
    <message>
        <source>Restore {run}</source>
        <translation>{run} 되살리기</translation>
    </message>
    <message>
        <source>First weights of {run}</source>
        <translation>{run}의 초기 가중치</translation>
    </message>
    <message>
        <source>Run {run} again</source>
        <translation>{run} 다시 학습</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 학습</translation>
    </message>
    <message>
        <source>Pin as baseline</source>
        <translation>기준으로 고정</translation>
    </message>
    <message>
        <source>Unpin the baseline</source>
        <translation>기준 고정 해제</translation>
    </message>
    <message>
        <source>Delete a run</source>
        <translation>학습 기록 삭제</translation>
    </message>
    <message>
        <source>Delete {count} runs</source>
        <translation>학습 기록 {count}개 삭제</translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} · {other}</translation>
    </message>
    <message>
        <source>Edited on the way: {runs}. The settings are those at the end.</source>
        <translation>학습 도중에 편집됨: {runs}. 설정은 끝났을 때의 값입니다.</translation>
    </message>
    <message>
        <source>Settings and results of both runs</source>
        <translation>두 학습의 설정과 결과</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>서로 다른 설정</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>The same in both</source>
        <translation>서로 같은 설정</translation>
    </message>
    <message>
        <source>log axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Output of {run} over the plane</source>
        <translation>평면에서 본 {run}의 출력</translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>Losses of both runs</source>
        <translation>두 학습의 손실</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Run</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습율</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Samples in a mini-batch</source>
        <translation>미니배치의 샘플 수</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Nodes of each layer, and the activations</source>
        <translation>계층별 노드 수와 활성화 함수</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seed of the first weights</source>
        <translation>초기 가중치의 시드</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Loss over the training samples, at the end</source>
        <translation>끝났을 때 학습 샘플의 손실</translation>
    </message>
    <message>
        <source>Test E</source>
        <translation>테스트 E</translation>
    </message>
    <message>
        <source>Loss over the samples held out, at the end</source>
        <translation>끝났을 때 테스트 샘플의 손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Training samples that are classified correctly</source>
        <translation>바르게 분류한 학습 샘플</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Samples held out that are classified correctly</source>
        <translation>바르게 분류한 테스트 샘플</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>How long training has computed</source>
        <translation>학습에 걸린 계산 시간</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Rename a run</source>
        <translation>학습 기록 이름 바꾸기</translation>
    </message>
    <message>
        <source>Not comparable with the current run. {reason}</source>
        <translation>현재 학습과 비교할 수 없습니다. {reason}</translation>
    </message>
    <message>
        <source>{name}: the baseline</source>
        <translation>{name}: 비교 기준</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Epoch 0 with the same first weights.</source>
        <translation>같은 초기 가중치로 에포크 0에 있습니다.</translation>
    </message>
    <message>
        <source>Epoch 0 with the first weights of {run}.</source>
        <translation>{run}의 초기 가중치로 에포크 0에 있습니다.</translation>
    </message>
    <message>
        <source>Press Run.</source>
        <translation>학습 시작을 누르세요.</translation>
    </message>
    <message>
        <source>Choose another {what}, then press Run.</source>
        <translation>바꿀 것: {what}. 바꾼 뒤 학습 시작을 누르세요.</translation>
    </message>
    <message>
        <source>Edited on the way: its settings and first weights alone do not lead to its end.</source>
        <translation>학습 도중에 편집되어, 설정과 초기 가중치만으로는 같은 결과에 이르지 않습니다.</translation>
    </message>
    <message>
        <source>{count} runs are kept: the oldest that is not pinned makes room for the next.</source>
        <translation>학습 기록 {count}개가 보관되어 있습니다. 다음 기록이 생기면 고정하지 않은 가장 오래된 것이 사라집니다.</translation>
    </message>
    <message>
        <source>Reset, new weights or other data begin another run; the one so far stays here.</source>
        <translation>초기화하거나 가중치 또는 데이터를 바꾸면 새 학습이 시작되고, 지금까지의 학습은 여기에 남습니다.</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>nnsim ended without saving. The work on &lt;b&gt;{name}&lt;/b&gt; was kept at {time}.</source>
        <translation>nnsim이 저장하지 않고 종료되었습니다. &lt;b&gt;{name}&lt;/b&gt;의 작업이 {time}에 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>복원(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>버리기(&amp;D)</translation>
    </message>
    <message>
        <source>&lt;b&gt;{name}&lt;/b&gt; was changed on disk by another window or program.</source>
        <translation>다른 창이나 프로그램이 디스크에서 &lt;b&gt;{name}&lt;/b&gt; 파일을 바꾸었습니다.</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>다시 불러오기(&amp;R)</translation>
    </message>
</context>
<context>
    <name>SampleEditing</name>
    <message>
        <source>Add a sample below</source>
        <translation>아래에 샘플 추가</translation>
    </message>
    <message>
        <source>Delete the selected samples</source>
        <translation>선택한 샘플 삭제</translation>
    </message>
    <message>
        <source>Add a sample</source>
        <translation>샘플 추가</translation>
    </message>
    <message>
        <source>Delete sample {row}</source>
        <translation>샘플 {row} 삭제</translation>
    </message>
    <message>
        <source>Delete {count} samples</source>
        <translation>샘플 {count}개 삭제</translation>
    </message>
    <message>
        <source>Paste {rows} rows</source>
        <translation>{rows}행 붙여넣기</translation>
    </message>
</context>
<context>
    <name>SampleList</name>
    <message>
        <source>wrong only</source>
        <translation>틀린 것만</translation>
    </message>
    <message>
        <source>List only the samples whose class is not that of t</source>
        <translation>판정한 클래스가 t와 다른 샘플만 표시</translation>
    </message>
    <message>
        <source>{listed} of {total}</source>
        <translation>{total}개 중 {listed}개</translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>다시 정렬</translation>
    </message>
    <message>
        <source>The order is that of epoch {epoch}.</source>
        <translation>지금 순서는 에포크 {epoch}의 값으로 정한 것입니다.</translation>
    </message>
    <message>
        <source>Largest E first</source>
        <translation>E가 큰 순</translation>
    </message>
    <message>
        <source>Sort by the loss of each sample</source>
        <translation>샘플별 손실로 정렬</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>번호순</translation>
    </message>
    <message>
        <source>List the samples as they are numbered</source>
        <translation>샘플을 번호순으로 표시</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>Set {symbol} of sample {row}</source>
        <translation>샘플 {row}의 {symbol} 설정</translation>
    </message>
    <message>
        <source>Sample {n}, for testing</source>
        <translation>샘플 {n}, 테스트용</translation>
    </message>
    <message>
        <source>Sample {n}, for training</source>
        <translation>샘플 {n}, 학습용</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Click to sort (Alt+↓ and Alt+↑ in the table).</source>
        <translation>클릭하면 정렬합니다(표 안에서는 Alt+↓, Alt+↑).</translation>
    </message>
    <message>
        <source>E of each sample alone (N = 1).</source>
        <translation>각 샘플만의 E (N = 1).</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
</context>
<context>
    <name>ScalingLabel</name>
    <message>
        <source>all {count} inputs</source>
        <translation>입력 {count}개 모두</translation>
    </message>
    <message>
        <source>Inputs from 0 to 1</source>
        <translation>0에서 1까지의 입력</translation>
    </message>
    <message>
        <source>x = (raw value − smallest) / range, so that every input goes from 0 to 1 over the training samples.</source>
        <translation>x = (원래 값 − 최솟값) / 범위. 학습 샘플에서 모든 입력이 0에서 1까지가 됩니다.</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>최솟값</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Standardised inputs</source>
        <translation>표준화한 입력</translation>
    </message>
    <message>
        <source>x = (raw value − mean) / deviation, so that every input has mean 0 and standard deviation 1 over the training samples.</source>
        <translation>x = (원래 값 − 평균) / 표준편차. 학습 샘플에서 모든 입력의 평균은 0, 표준편차는 1이 됩니다.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>표준편차</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Change {setting}</source>
        <translation>{setting} 변경</translation>
    </message>
</context>
<context>
    <name>SlopePlot</name>
    <message>
        <source>Difference of the two slopes over ε</source>
        <translation>ε에 따른 두 기울기의 차이</translation>
    </message>
    <message>
        <source>rounding</source>
        <translation>반올림 오차</translation>
    </message>
    <message>
        <source>truncation</source>
        <translation>절단 오차</translation>
    </message>
</context>
<context>
    <name>SmoothingButton</name>
    <message>
        <source>Smoothing</source>
        <translation>평활화</translation>
    </message>
    <message>
        <source>not smoothed</source>
        <translation>평활화하지 않음</translation>
    </message>
    <message>
        <source>smoothed, β = {beta}</source>
        <translation>평활화, β = {beta}</translation>
    </message>
    <message>
        <source>Smoothing: the exponential moving average s = Σ β^k E / Σ β^k over the epochs k back, which starts without a bias. The curve itself stays behind it, pale, and numbers are never smoothed.</source>
        <translation>평활화: k 에포크 전의 값까지 더한 지수 이동 평균 s = Σ β^k E / Σ β^k이며, 시작점에서 치우치지 않습니다. 원래 곡선은 그 뒤에 옅게 남고, 숫자는 평활화하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>Speed of training</source>
        <translation>학습 속도</translation>
    </message>
    <message>
        <source>Speed of training: {pace}</source>
        <translation>학습 속도: {pace}</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>1 epoch/s</source>
        <translation>1 에포크/초</translation>
    </message>
    <message>
        <source>{count} epochs/s</source>
        <translation>{count} 에포크/초</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Mean over the {n} training samples</source>
        <translation>학습 샘플 {n}개의 평균</translation>
    </message>
    <message>
        <source>Training samples that are classified correctly</source>
        <translation>바르게 분류한 학습 샘플</translation>
    </message>
    <message>
        <source>at epoch</source>
        <translation>보는 에포크</translation>
    </message>
    <message>
        <source>epoch {epoch} of {last} — visiting</source>
        <translation>에포크 {epoch} / {last} — 보는 중</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Press → to step through a pass: every sum and output, the loss, every gradient, and the update.</source>
        <translation>→ 키를 누르면 한 단계씩 계산합니다. 모든 합과 출력, 손실, 기울기, 갱신을 차례로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Steps of the pass</source>
        <translation>계산 단계</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>Steps of the pass</source>
        <translation>계산 단계</translation>
    </message>
</context>
<context>
    <name>StopSettings</name>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Set stop rule</source>
        <translation>종료 조건 설정</translation>
    </message>
    <message>
        <source>Drop stop rule</source>
        <translation>종료 조건 해제</translation>
    </message>
    <message>
        <source>Change stop rule</source>
        <translation>종료 조건 변경</translation>
    </message>
</context>
<context>
    <name>TestSamples</name>
    <message>
        <source>Share of samples held out</source>
        <translation>테스트용으로 떼어 둘 샘플의 비율</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>Seed of the choice of test samples</source>
        <translation>테스트 샘플을 고르는 시드</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Change held-out share</source>
        <translation>테스트 비율 변경</translation>
    </message>
    <message>
        <source>Choose other test samples</source>
        <translation>다른 테스트 샘플 선택</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Epoch that is shown</source>
        <translation>보고 있는 에포크</translation>
    </message>
    <message>
        <source>Go back in time. Ticks are epochs that are kept; others are computed anew.</source>
        <translation>지난 에포크로 돌아갑니다. 눈금은 보관된 에포크이고, 나머지는 다시 계산합니다.</translation>
    </message>
    <message>
        <source>The epochs before this one cannot be visited: settings, weights, network or data were changed on the way, and only the last epoch was kept.</source>
        <translation>이 에포크보다 앞의 에포크는 볼 수 없습니다. 도중에 설정, 가중치, 신경망 또는 데이터가 바뀌었고 마지막 에포크만 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Type an epoch to see it</source>
        <translation>볼 에포크를 입력하세요</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>of {last}</source>
        <translation>/ {last}</translation>
    </message>
</context>
<context>
    <name>TimeTravel</name>
    <message>
        <source>Continue from epoch {epoch}</source>
        <translation>에포크 {epoch}부터 계속</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>First weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>테스트 샘플</translation>
    </message>
    <message>
        <source>Stop when</source>
        <translation>학습 종료 조건</translation>
    </message>
    <message>
        <source>{mark} ends the run first. Everything else is taken over at the next batch, or at the next epoch.</source>
        <translation>{mark} 표시된 값을 바꾸면 학습이 먼저 끝납니다. 나머지는 다음 배치나 다음 에포크부터 적용됩니다.</translation>
    </message>
    <message>
        <source>&lt;i&gt;E&lt;/i&gt; is the mean over the {count} training samples.</source>
        <translation>&lt;i&gt;E&lt;/i&gt;는 학습 샘플 {count}개의 평균입니다.</translation>
    </message>
    <message>
        <source>Once an epoch: {rule}</source>
        <translation>에포크마다 한 번: {rule}</translation>
    </message>
    <message>
        <source>Once for every {size} samples: {rule}</source>
        <translation>샘플 {size}개마다 한 번: {rule}</translation>
    </message>
    <message>
        <source>a step of {optimizer}, whose formula is told at “Optimizer”.</source>
        <translation>{optimizer} 한 단계. 식은 “옵티마이저”의 설명에 있습니다.</translation>
    </message>
</context>
<context>
    <name>UpdateSettings</name>
    <message>
        <source>Learning rate η</source>
        <translation>학습율 η</translation>
    </message>
    <message>
        <source>Loss E</source>
        <translation>손실함수 E</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>모멘텀 μ</translation>
    </message>
    <message>
        <source>Decay ρ</source>
        <translation>감쇠율 ρ</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Seed of the order of the samples</source>
        <translation>샘플 순서의 시드</translation>
    </message>
    <message>
        <source>Order seed</source>
        <translation>순서 시드</translation>
    </message>
    <message>
        <source>Change learning rate</source>
        <translation>학습율 변경</translation>
    </message>
    <message>
        <source>Choose loss</source>
        <translation>손실함수 선택</translation>
    </message>
    <message>
        <source>Choose optimizer</source>
        <translation>옵티마이저 선택</translation>
    </message>
    <message>
        <source>Change batch size</source>
        <translation>배치 크기 변경</translation>
    </message>
    <message>
        <source>Change order of samples</source>
        <translation>샘플 순서 변경</translation>
    </message>
</context>
<context>
    <name>VisitBar</name>
    <message>
        <source>&lt;b&gt;epoch {epoch} of {last} — visiting&lt;/b&gt;</source>
        <translation>&lt;b&gt;에포크 {epoch} / {last} — 보는 중&lt;/b&gt;</translation>
    </message>
    <message>
        <source>η was {rate}</source>
        <translation>당시 η = {rate}</translation>
    </message>
    <message>
        <source>other settings then</source>
        <translation>당시 설정은 지금과 다름</translation>
    </message>
    <message>
        <source>Run goes on from the newest epoch; “Continue from here” goes on from this one.</source>
        <translation>학습을 시작하면 가장 최근 에포크부터 이어집니다. “여기서부터 계속”을 누르면 이 에포크부터 이어집니다.</translation>
    </message>
</context>
<context>
    <name>WeightsImport</name>
    <message>
        <source>Import weights</source>
        <translation>가중치 가져오기</translation>
    </message>
    <message>
        <source>The weights in {file} cannot be used.</source>
        <translation>{file} 파일의 가중치를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The network is as it was.</source>
        <translation>신경망은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>Select a weight, a node or an input: here you can try another number for it.</source>
        <translation>가중치, 노드, 입력 가운데 하나를 선택하면 여기서 다른 값을 넣어 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Number to try another value for</source>
        <translation>다른 값을 넣어 볼 수</translation>
    </message>
    <message>
        <source>Value to try</source>
        <translation>넣어 볼 값</translation>
    </message>
    <message>
        <source>Value to try, around the present one</source>
        <translation>넣어 볼 값, 현재 값을 중심으로</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Take the number over, as one step that can be undone</source>
        <translation>이 값을 적용합니다. 한 번에 실행 취소할 수 있습니다</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Show the numbers as they are again</source>
        <translation>원래 값을 다시 보여 줍니다</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>달라지는 값</translation>
    </message>
</context>
<context>
    <name>WorksheetDialog</name>
    <message>
        <source>Worksheet</source>
        <translation>연습지</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Small weights and biases, such as 0.3 and −0.7</source>
        <translation>0.3이나 −0.7 같은 간단한 가중치와 바이어스</translation>
    </message>
    <message>
        <source>On the sheet only: the network keeps its own.</source>
        <translation>연습지에서만 쓰이고, 신경망의 값은 그대로입니다.</translation>
    </message>
    <message>
        <source>Answers on pages of their own</source>
        <translation>답을 별도의 쪽에 넣기</translation>
    </message>
    <message>
        <source>Decimals and “as on paper” are those of the window.</source>
        <translation>소수 자릿수와 “손계산처럼” 설정은 창의 것을 따릅니다.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>파일 고르기…</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
</context>
<context>
    <name>_Heads</name>
    <message>
        <source>δ is that of each sample alone (N = 1); the line marks the root of its mean square</source>
        <translation>δ는 각 샘플만의 값입니다(N = 1). 세로선은 δ의 제곱 평균의 제곱근입니다</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;New</source>
        <translation>새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Import data…</source>
        <translation>데이터 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>New &amp;table of data…</source>
        <translation>새 데이터 표(&amp;T)…</translation>
    </message>
    <message>
        <source>Import &amp;weights…</source>
        <translation>가중치 가져오기(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit the network</source>
        <translation>신경망 전체 보기(&amp;F)</translation>
    </message>
    <message>
        <source>M&amp;aps in nodes</source>
        <translation>노드 안의 지도(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;More decimals</source>
        <translation>소수 자릿수 늘리기(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;ewer decimals</source>
        <translation>소수 자릿수 줄이기(&amp;E)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>시스템 설정 따르기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>Add a hidden &amp;layer</source>
        <translation>은닉층 추가(&amp;L)</translation>
    </message>
    <message>
        <source>Add a &amp;node</source>
        <translation>노드 추가(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete the selected node or layer</source>
        <translation>선택한 노드 또는 계층 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>New &amp;weights</source>
        <translation>가중치 새로 뽑기(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>학습 시작(&amp;R)</translation>
    </message>
    <message>
        <source>Train the network, or pause</source>
        <translation>신경망 학습 시작 또는 일시 정지</translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation>1 에포크(&amp;E)</translation>
    </message>
    <message>
        <source>Train one epoch: every sample once</source>
        <translation>1 에포크 학습: 모든 샘플을 한 번씩</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>초기화(&amp;S)</translation>
    </message>
    <message>
        <source>Back to epoch 0 with the same first weights</source>
        <translation>같은 초기 가중치로 에포크 0부터 다시 시작</translation>
    </message>
    <message>
        <source>&amp;Why does it not learn?</source>
        <translation>왜 학습되지 않나요?(&amp;W)</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>이전 단계(&amp;B)</translation>
    </message>
    <message>
        <source>One step of the pass back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>다음 단계(&amp;S)</translation>
    </message>
    <message>
        <source>Step through a pass: sums, outputs, loss, gradients, update</source>
        <translation>한 단계씩 계산: 합, 출력, 손실, 기울기, 갱신</translation>
    </message>
    <message>
        <source>&amp;First step</source>
        <translation>처음 단계(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last step</source>
        <translation>마지막 단계(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;End the pass</source>
        <translation>단계별 계산 끝내기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;First epoch</source>
        <translation>처음 에포크(&amp;F)</translation>
    </message>
    <message>
        <source>Ten epochs back</source>
        <translation>10 에포크 뒤로</translation>
    </message>
    <message>
        <source>One epoch &amp;back</source>
        <translation>한 에포크 뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;One epoch further</source>
        <translation>한 에포크 앞으로(&amp;O)</translation>
    </message>
    <message>
        <source>Ten epochs further</source>
        <translation>10 에포크 앞으로</translation>
    </message>
    <message>
        <source>&amp;Last epoch</source>
        <translation>마지막 에포크(&amp;L)</translation>
    </message>
    <message>
        <source>Last epoch: end the visit</source>
        <translation>마지막 에포크로: 둘러보기를 마칩니다</translation>
    </message>
    <message>
        <source>&amp;Difference to now</source>
        <translation>지금과의 차이(&amp;D)</translation>
    </message>
    <message>
        <source>Show the numbers of this epoch beside those of now</source>
        <translation>이 에포크의 값을 지금의 값과 나란히 보여 줍니다</translation>
    </message>
    <message>
        <source>&amp;Continue from here</source>
        <translation>여기서부터 계속(&amp;C)</translation>
    </message>
    <message>
        <source>Go back to this epoch and train on from it; undo brings the later ones back</source>
        <translation>이 에포크로 돌아가 여기서부터 이어서 학습합니다. 실행 취소하면 이후의 에포크가 돌아옵니다</translation>
    </message>
    <message>
        <source>&amp;Notation</source>
        <translation>표기법(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;About nnsim</source>
        <translation>nnsim 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>신경망(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Go back in time</source>
        <translation>지난 에포크 보기(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
</context>
<context>
    <name>diagram</name>
    <message>
        <source>from node {k} of layer {before} to node {j} of layer {layer}</source>
        <translation>계층 {before}의 노드 {k} → 계층 {layer}의 노드 {j}</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>계층 {layer}</translation>
    </message>
    <message>
        <source>⋮ {count} more</source>
        <translation>⋮ {count}개 더</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>클래스 {name}</translation>
    </message>
</context>
<context>
    <name>differences</name>
    <message>
        <source>Rounded as on paper: {loss} (exactly {exact})</source>
        <translation>손계산처럼 반올림: {loss} (정확한 값 {exact})</translation>
    </message>
    <message>
        <source> · ln 0: an output was rounded to 0 or 1</source>
        <translation> · ln 0: 출력이 0이나 1로 반올림됨</translation>
    </message>
    <message>
        <source> · largest difference {difference}, of {name}</source>
        <translation> · 가장 큰 차이 {difference}, {name}</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>Set {symbol}</source>
        <translation>{symbol} 설정</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Your work is still here and can be saved. The details help to mend it.</source>
        <translation>작업 내용은 그대로 남아 있으며 저장할 수 있습니다. 자세한 정보는 오류를 고치는 데 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>자세한 정보 복사</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>Drawing of the network, SVG</source>
        <translation>신경망 도면, SVG</translation>
    </message>
    <message>
        <source>Picture of the network, PNG</source>
        <translation>신경망 그림, PNG</translation>
    </message>
    <message>
        <source>Picture of the network, PNG 2×</source>
        <translation>신경망 그림, PNG 2×</translation>
    </message>
    <message>
        <source>Picture of the network, PNG 4×</source>
        <translation>신경망 그림, PNG 4×</translation>
    </message>
    <message>
        <source>Page with the network, PDF</source>
        <translation>신경망 그림 한 쪽, PDF</translation>
    </message>
    <message>
        <source>Picture of the curves, PNG</source>
        <translation>곡선 그림, PNG</translation>
    </message>
    <message>
        <source>Drawing of the curves, SVG</source>
        <translation>곡선 도면, SVG</translation>
    </message>
    <message>
        <source>Picture of the curves, PNG 2×</source>
        <translation>곡선 그림, PNG 2×</translation>
    </message>
    <message>
        <source>Picture of the curves, PNG 4×</source>
        <translation>곡선 그림, PNG 4×</translation>
    </message>
    <message>
        <source>Numbers of every epoch, CSV</source>
        <translation>에포크별 숫자, CSV</translation>
    </message>
    <message>
        <source>Drawing of the output map, SVG</source>
        <translation>출력 지도 그림, SVG</translation>
    </message>
    <message>
        <source>Picture of the output map, PNG</source>
        <translation>출력 지도 이미지, PNG</translation>
    </message>
    <message>
        <source>Picture of the output map, PNG 2×</source>
        <translation>출력 지도 이미지, PNG 2×</translation>
    </message>
    <message>
        <source>Picture of the output map, PNG 4×</source>
        <translation>출력 지도 이미지, PNG 4×</translation>
    </message>
    <message>
        <source>Outputs over the map, CSV</source>
        <translation>지도 위의 출력값, CSV</translation>
    </message>
    <message>
        <source>Drawing of the confusion matrix, SVG</source>
        <translation>혼동 행렬 그림, SVG</translation>
    </message>
    <message>
        <source>Picture of the confusion matrix, PNG</source>
        <translation>혼동 행렬 이미지, PNG</translation>
    </message>
    <message>
        <source>Picture of the confusion matrix, PNG 2×</source>
        <translation>혼동 행렬 이미지, PNG 2×</translation>
    </message>
    <message>
        <source>Picture of the confusion matrix, PNG 4×</source>
        <translation>혼동 행렬 이미지, PNG 4×</translation>
    </message>
    <message>
        <source>Counts of the confusion matrix, CSV</source>
        <translation>혼동 행렬의 개수, CSV</translation>
    </message>
    <message>
        <source>Drawing of the histograms of W, a, δ, SVG</source>
        <translation>W, a, δ 히스토그램 그림, SVG</translation>
    </message>
    <message>
        <source>Picture of the histograms of W, a, δ, PNG</source>
        <translation>W, a, δ 히스토그램 이미지, PNG</translation>
    </message>
    <message>
        <source>Picture of the histograms of W, a, δ, PNG 2×</source>
        <translation>W, a, δ 히스토그램 이미지, PNG 2×</translation>
    </message>
    <message>
        <source>Picture of the histograms of W, a, δ, PNG 4×</source>
        <translation>W, a, δ 히스토그램 이미지, PNG 4×</translation>
    </message>
    <message>
        <source>Counts of the histograms of W, a, δ, CSV</source>
        <translation>W, a, δ 히스토그램의 개수, CSV</translation>
    </message>
    <message>
        <source>Python script, NumPy</source>
        <translation>파이썬 스크립트, NumPy</translation>
    </message>
    <message>
        <source>Python script, PyTorch</source>
        <translation>파이썬 스크립트, PyTorch</translation>
    </message>
    <message>
        <source>Weights and biases, NPZ</source>
        <translation>가중치와 바이어스, NPZ</translation>
    </message>
    <message>
        <source>Trained network, ONNX</source>
        <translation>학습된 신경망, ONNX</translation>
    </message>
    <message>
        <source>Worksheet with answers, PDF or HTML</source>
        <translation>답이 있는 연습지, PDF 또는 HTML</translation>
    </message>
    <message>
        <source>Report of the run, HTML</source>
        <translation>학습 보고서, HTML</translation>
    </message>
    <message>
        <source>Report of the run, PDF</source>
        <translation>학습 보고서, PDF</translation>
    </message>
    <message>
        <source>There is another file of this name.</source>
        <translation>같은 이름의 다른 파일이 있습니다.</translation>
    </message>
    <message>
        <source>Network as a picture</source>
        <translation>신경망 그림</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>학습 곡선</translation>
    </message>
    <message>
        <source>Output map</source>
        <translation>출력 지도</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Histograms of W, a, δ</source>
        <translation>W, a, δ의 히스토그램</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>&lt;b&gt;Training blew up in epoch {epoch}&lt;/b&gt;: the loss went from {before} (epoch {before_epoch}) to {after}.</source>
        <translation>&lt;b&gt;에포크 {epoch}에서 학습이 발산했습니다&lt;/b&gt;. 손실이 {before}(에포크 {before_epoch})에서 {after}로 커졌습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Training blew up in epoch {overflow}&lt;/b&gt;: numbers became too large to be held. The loss before was {before} (epoch {before_epoch}).</source>
        <translation>&lt;b&gt;에포크 {overflow}에서 학습이 발산했습니다&lt;/b&gt;. 값이 너무 커져 나타낼 수 없습니다. 그 전의 손실은 {before}(에포크 {before_epoch})였습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;A step cannot be trained&lt;/b&gt;: its derivative is 0, so no gradient gets through layer {layer}. {stuck} of {total} weights and biases stay as they are.</source>
        <translation>&lt;b&gt;계단 함수는 학습할 수 없습니다&lt;/b&gt;. 도함수가 0이어서 계층 {layer} 아래로 기울기가 전달되지 않습니다. 가중치와 바이어스 {total}개 중 {stuck}개가 그대로 남습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nodes of layer {layer} are twins&lt;/b&gt;: {nodes} have the same weights in and out, so they get the same gradients and stay alike for ever. {count} of {size} nodes count as one.</source>
        <translation>&lt;b&gt;계층 {layer}에 똑같은 노드가 있습니다&lt;/b&gt;. {nodes}: 들어오고 나가는 가중치가 모두 같아서 기울기도 같고, 영원히 똑같이 변합니다. 노드 {size}개 중 {count}개가 하나의 역할만 합니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The inputs are not scaled&lt;/b&gt;: {input} runs from {low} to {high}. First weights are made for inputs around 1; with such large ones, nodes saturate.</source>
        <translation>&lt;b&gt;입력이 표준화되지 않았습니다&lt;/b&gt;. {input}의 범위는 {low} ~ {high}입니다. 초기 가중치는 1 정도의 입력에 맞추어져 있어서, 이렇게 큰 입력에서는 노드가 포화됩니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The inputs are not scaled&lt;/b&gt;: {wide} runs from {wide_low} to {wide_high}, {narrow} only from {narrow_low} to {narrow_high}. No η fits the weights of both.</source>
        <translation>&lt;b&gt;입력이 표준화되지 않았습니다&lt;/b&gt;. {wide}의 범위는 {wide_low} ~ {wide_high}인데, {narrow}의 범위는 {narrow_low} ~ {narrow_high}에 지나지 않습니다. 두 입력의 가중치에 모두 맞는 η는 없습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Dead nodes in layer {layer}: {count} of {size}&lt;/b&gt;. For {samples}, &lt;i&gt;z&lt;/i&gt; ≤ 0 in {nodes} (at most {highest}). There relu and its derivative are 0, so their weights no longer change.</source>
        <translation>&lt;b&gt;계층 {layer}의 노드 {size}개 중 {count}개가 죽었습니다&lt;/b&gt;. {samples}에 대해 {nodes}의 &lt;i&gt;z&lt;/i&gt; ≤ 0입니다(최댓값 {highest}). 이때 relu와 그 도함수는 0이므로 가중치가 더 이상 변하지 않습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Layer {layer} is saturated&lt;/b&gt;: the derivative {derivative} is below {limit} for {share} % of its nodes and samples, with a median of {slope} instead of up to {steepest}. The largest ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt; left in this layer is {gradient}.</source>
        <translation>&lt;b&gt;계층 {layer}의 노드가 포화되었습니다&lt;/b&gt;. 노드와 샘플의 {share} %에서 도함수 {derivative}가 {limit}보다 작습니다. 최댓값은 {steepest}이지만 중앙값은 {slope}입니다. 이 계층에 남은 가장 큰 ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt;는 {gradient}입니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The gradient vanishes on its way back&lt;/b&gt;: &lt;i&gt;δ&lt;/i&gt; is about {last} in layer {depth} and {first} in layer 2, where the largest ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt; is {gradient}. Each of the {layers} sigmoid layers multiplies it by &lt;i&gt;a&lt;/i&gt;(1 − &lt;i&gt;a&lt;/i&gt;) ≤ 0.25.</source>
        <translation>&lt;b&gt;기울기가 뒤로 전달되면서 사라집니다&lt;/b&gt;. &lt;i&gt;δ&lt;/i&gt;는 계층 {depth}에서 약 {last}이지만 계층 2에서는 약 {first}이고, 계층 2의 가장 큰 ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt;는 {gradient}입니다. sigmoid 계층 {layers}개를 지날 때마다 &lt;i&gt;a&lt;/i&gt;(1 − &lt;i&gt;a&lt;/i&gt;) ≤ 0.25가 곱해집니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The steps are too long&lt;/b&gt;: in the last {epochs} epochs the loss rose {rises} times, between {low} and {high}, and came no further. η = {rate} leaps over the valley.</source>
        <translation>&lt;b&gt;갱신 폭이 너무 큽니다&lt;/b&gt;. 최근 {epochs} 에포크 동안 손실이 {low}와 {high} 사이에서 {rises}번 커졌고 더 줄어들지 않았습니다. η = {rate}는 골짜기를 건너뜁니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The steps are too short&lt;/b&gt;: in {epochs} epochs the loss went from {before} to {after}, and no weight changed by more than {moved}. Tried from here, η = {better} brings it to {reached} in {trial} epochs.</source>
        <translation>&lt;b&gt;갱신 폭이 너무 작습니다&lt;/b&gt;. {epochs} 에포크 동안 손실은 {before}에서 {after}로 변했고, 어떤 가중치도 {moved}보다 많이 변하지 않았습니다. 여기서 η = {better}로 시험해 보면 {trial} 에포크 만에 {reached}가 됩니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;One class for everything&lt;/b&gt;: {samples} are taken for class {class_name}, {others} of them wrongly. {output} lies between {low} and {high} whatever the input, and the loss no longer falls.</source>
        <translation>&lt;b&gt;모두 한 클래스로 분류합니다&lt;/b&gt;. {samples}를 클래스 {class_name}(으)로 분류하며, 그중 {others}개가 틀립니다. 입력이 무엇이든 {output}은 {low}와 {high} 사이이고, 손실은 더 줄어들지 않습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;This network is linear&lt;/b&gt;: nothing bends in a hidden layer, so it can only draw a straight line. &lt;i&gt;E&lt;/i&gt; has come to rest at {loss}, where the gradient has the length {gradient}.</source>
        <translation>&lt;b&gt;이 신경망은 선형입니다&lt;/b&gt;. 비선형 활성화 함수를 쓰는 은닉층이 없어서 직선으로만 나눌 수 있습니다. &lt;i&gt;E&lt;/i&gt;는 {loss}에 머물러 있고, 그곳에서 기울기의 크기는 {gradient}입니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;A plateau or a local minimum&lt;/b&gt;: the gradient has only the length {gradient}, and in the last {epochs} epochs the loss went from {before} to {after}. Other first weights, or one more node, may find a way.</source>
        <translation>&lt;b&gt;평탄한 구간이나 지역 최솟값입니다&lt;/b&gt;. 기울기의 크기가 {gradient}밖에 되지 않고, 최근 {epochs} 에포크 동안 손실은 {before}에서 {after}로 변했습니다. 다른 초기 가중치에서 시작하거나 노드를 하나 늘리면 길을 찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Training blew up between epochs {last} and {epoch}&lt;/b&gt;: the loss went from {before} (epoch {before_epoch}) to {after}.</source>
        <translation>&lt;b&gt;에포크 {last}~{epoch} 사이에 학습이 발산했습니다&lt;/b&gt;. 손실이 {before}(에포크 {before_epoch})에서 {after}로 커졌습니다.</translation>
    </message>
    <message>
        <source>It had come to {after} in epoch {epoch}.</source>
        <translation>에포크 {epoch}에는 {after}까지 커졌습니다.</translation>
    </message>
    <message>
        <source>After epoch {step_epoch} the step η·{slope} was {step}, with {parameter} = {value}.</source>
        <translation>에포크 {step_epoch} 뒤에 갱신량 η·{slope}는 {step}이고, 그때 {parameter} = {value}입니다.</translation>
    </message>
    <message>
        <source>After epoch {step_epoch}, η·{slope} was {step}, with {parameter} = {value}.</source>
        <translation>에포크 {step_epoch} 뒤에 η·{slope}는 {step}이고, 그때 {parameter} = {value}입니다.</translation>
    </message>
    <message>
        <source>all {total} training samples</source>
        <translation>학습 샘플 {total}개 모두</translation>
    </message>
    <message>
        <source>{count} of {total} training samples</source>
        <translation>학습 샘플 {total}개 중 {count}개</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing is wrong&lt;/b&gt;.</source>
        <translation>&lt;b&gt;잘못된 점이 없습니다&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;No reason was found&lt;/b&gt;.</source>
        <translation>&lt;b&gt;원인을 찾지 못했습니다&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>For {samples}, &lt;i&gt;E&lt;/i&gt; is {loss} and the gradient has the length {gradient}.</source>
        <translation>{samples}에 대해 &lt;i&gt;E&lt;/i&gt;는 {loss}, 기울기의 크기는 {gradient}입니다.</translation>
    </message>
    <message>
        <source>{share} % of them are classified correctly.</source>
        <translation>그중 {share} %를 바르게 분류합니다.</translation>
    </message>
    <message>
        <source>In the last {epochs} epochs the loss went from {before} to {after}.</source>
        <translation>최근 {epochs} 에포크 동안 손실은 {before}에서 {after}로 변했습니다.</translation>
    </message>
    <message>
        <source>More epochs may be all that it takes.</source>
        <translation>에포크를 더 학습하는 것만으로 충분할 수 있습니다.</translation>
    </message>
    <message>
        <source>Back to epoch {epoch}, η = {rate}</source>
        <translation>에포크 {epoch}으로 되돌리고 η = {rate}로</translation>
    </message>
    <message>
        <source>Set η = {rate}</source>
        <translation>η = {rate}로 설정</translation>
    </message>
    <message>
        <source>Standardise inputs</source>
        <translation>입력 표준화</translation>
    </message>
    <message>
        <source>New weights: {initializer}, seed {seed}</source>
        <translation>새 가중치: {initializer}, 시드 {seed}</translation>
    </message>
    <message>
        <source>Change to {activation}</source>
        <translation>{activation}로 바꾸기</translation>
    </message>
    <message>
        <source>Without penalty</source>
        <translation>페널티 없애기</translation>
    </message>
    <message>
        <source>Add a hidden node</source>
        <translation>은닉 노드 추가</translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation>은닉층 추가</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>input 1 of the sample; the input layer hands it on as it is</source>
        <translation>샘플의 입력 1. 입력층은 값을 그대로 내보냅니다</translation>
    </message>
    <message>
        <source>weight into node 1 of layer 3 from node 2 of layer 2</source>
        <translation>계층 2의 노드 2에서 계층 3의 노드 1로 전달되는 가중치</translation>
    </message>
    <message>
        <source>bias of node 1 of layer 2</source>
        <translation>계층 2에 있는 노드 1의 바이어스</translation>
    </message>
    <message>
        <source>weighted sum of node 1 of layer 2: Σ W · a + b</source>
        <translation>계층 2에 있는 노드 1의 가중합: Σ W · a + b</translation>
    </message>
    <message>
        <source>output of node 1 of layer 2: the activation of z</source>
        <translation>계층 2에 있는 노드 1의 출력: z에 활성화 함수를 적용한 값</translation>
    </message>
    <message>
        <source>output 1 of the network</source>
        <translation>신경망의 출력 1</translation>
    </message>
    <message>
        <source>target 1 of the sample: what y should be</source>
        <translation>샘플의 정답 1: y가 되어야 할 값</translation>
    </message>
    <message>
        <source>loss: how far y is from t</source>
        <translation>손실: y가 정답 t에서 벗어난 정도</translation>
    </message>
    <message>
        <source>∂E/∂z of node 1 of layer 2, with E of one sample</source>
        <translation>계층 2의 노드 1에 대한 ∂E/∂z. 여기서 E는 샘플 하나의 손실</translation>
    </message>
    <message>
        <source>learning rate: W ← W − η ∂E/∂W</source>
        <translation>학습율: W ← W − η ∂E/∂W</translation>
    </message>
    <message>
        <source>number of samples that the mean is taken over</source>
        <translation>평균을 내는 샘플 수</translation>
    </message>
    <message>
        <source>Layers and nodes are numbered from 1; the input layer is layer 1. Of the two lower indices of a weight, the first is where it goes, the second where it comes from.</source>
        <translation>계층과 노드의 번호는 1부터 시작하며, 입력층이 계층 1입니다. 가중치의 아래 첨자 두 개 중 첫째는 도착하는 노드, 둘째는 출발하는 노드입니다.</translation>
    </message>
    <message>
        <source>Notation</source>
        <translation>표기법</translation>
    </message>
    <message>
        <source>A neural network in which every number can be seen, typed and followed.</source>
        <translation>모든 값을 보고, 입력하고, 따라가 볼 수 있는 신경망입니다.</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>The file is not there any more. Choose it again.</source>
        <translation>파일이 더 이상 없습니다. 다시 선택하세요.</translation>
    </message>
    <message>
        <source>You may not read this file. Change its permissions, or copy it.</source>
        <translation>이 파일을 읽을 권한이 없습니다. 권한을 바꾸거나 파일을 복사하세요.</translation>
    </message>
    <message>
        <source>This is a folder. Choose a file in it.</source>
        <translation>폴더입니다. 그 안의 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The system cannot read it. If it is on a network, copy it to this computer.</source>
        <translation>시스템이 파일을 읽지 못합니다. 네트워크에 있는 파일이면 이 컴퓨터로 복사하세요.</translation>
    </message>
    <message>
        <source>It has {value_mb} MB; at most {limit_mb} MB can be read. Take a part of it.</source>
        <translation>크기가 {value_mb} MB입니다. 최대 {limit_mb} MB까지 읽을 수 있습니다. 일부만 가져오세요.</translation>
    </message>
    <message>
        <source>It has {value} rows; at most {limit} can be read. Take a part of them.</source>
        <translation>{value}행입니다. 최대 {limit}행까지 읽을 수 있습니다. 일부만 가져오세요.</translation>
    </message>
    <message>
        <source>It has {value} columns; at most {limit} can be read. Delete some of them.</source>
        <translation>{value}열입니다. 최대 {limit}열까지 읽을 수 있습니다. 일부 열을 지우세요.</translation>
    </message>
    <message>
        <source>There would be {value} numbers; at most {limit} are possible. Use fewer rows or columns.</source>
        <translation>수가 {value}개가 됩니다. 최대 {limit}개까지 가능합니다. 행이나 열을 줄이세요.</translation>
    </message>
    <message>
        <source>There are no rows of data in it.</source>
        <translation>데이터 행이 없습니다.</translation>
    </message>
    <message>
        <source>This is neither a text nor an Excel workbook. Save the table as CSV or as .xlsx.</source>
        <translation>텍스트도 엑셀 파일도 아닙니다. 표를 CSV나 .xlsx로 저장하세요.</translation>
    </message>
    <message>
        <source>Row {row} cannot be read as {value}. Choose another encoding.</source>
        <translation>{row}행을 {value}(으)로 읽을 수 없습니다. 다른 인코딩을 선택하세요.</translation>
    </message>
    <message>
        <source>A text in quotation marks does not end. Close its quotation mark.</source>
        <translation>따옴표로 시작한 텍스트가 끝나지 않습니다. 따옴표를 닫으세요.</translation>
    </message>
    <message>
        <source>Row {row} has {value} cells, the rows before it have {limit}. Correct this row, or choose another delimiter.</source>
        <translation>{row}행은 셀이 {value}개인데 앞의 행들은 {limit}개입니다. 이 행을 고치거나 다른 구분 기호를 선택하세요.</translation>
    </message>
    <message>
        <source>There is only one column, but an input and a target are needed. Is the delimiter right?</source>
        <translation>열이 하나뿐이지만 입력과 목표값이 모두 필요합니다. 구분 기호가 맞나요?</translation>
    </message>
    <message>
        <source>Row {row}: columns {column} and {value} are both called “{name}”. Rename one of them, or read the first row as data.</source>
        <translation>{row}행: {column}열과 {value}열의 이름이 모두 “{name}”입니다. 하나의 이름을 바꾸거나 첫 행을 데이터로 읽으세요.</translation>
    </message>
    <message>
        <source>The workbook has a password. Remove it in Excel, or save a sheet as CSV.</source>
        <translation>암호로 보호된 엑셀 파일입니다. 엑셀에서 암호를 없애거나 시트를 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>This is a file of an old Excel or another Office program. Save it as .xlsx.</source>
        <translation>오래된 엑셀이나 다른 오피스 프로그램의 파일입니다. .xlsx로 저장하세요.</translation>
    </message>
    <message>
        <source>The workbook is damaged. Open it in Excel and save it anew.</source>
        <translation>엑셀 파일이 손상되었습니다. 엑셀에서 열어 다시 저장하세요.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: the formula {value} was saved without its value. Open the workbook in Excel and save it.</source>
        <translation>{row}행 {column}열: 수식 {value}의 값이 저장되어 있지 않습니다. 엑셀에서 열어 저장하세요.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} “{name}”: “{value}” is no number. Correct it, or use the column as categories.</source>
        <translation>{row}행 {column}열 “{name}”: “{value}”은(는) 수가 아닙니다. 고치거나 이 열을 범주로 쓰세요.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} “{name}”: {value} is not a finite number. Correct it, or do not use the column.</source>
        <translation>{row}행 {column}열 “{name}”: {value}은(는) 유한한 수가 아닙니다. 고치거나 이 열을 쓰지 마세요.</translation>
    </message>
    <message>
        <source>Choose a column as input.</source>
        <translation>입력으로 쓸 열을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a column as target.</source>
        <translation>목표값으로 쓸 열을 선택하세요.</translation>
    </message>
    <message>
        <source>Column {column} “{name}” has classes, so it must be the only target. Use the other targets as inputs or not at all.</source>
        <translation>{column}열 “{name}”은(는) 클래스이므로 목표값은 이 열 하나여야 합니다. 다른 목표값은 입력으로 쓰거나 쓰지 마세요.</translation>
    </message>
    <message>
        <source>Column {column} “{name}” has {value} classes; at most {limit} are possible. Choose another target, or use it as numbers.</source>
        <translation>{column}열 “{name}”의 클래스가 {value}개입니다. 최대 {limit}개까지 가능합니다. 다른 목표값을 선택하거나 수로 쓰세요.</translation>
    </message>
    <message>
        <source>There would be {value} inputs; at most {limit} are possible. Column {column} “{name}” brings the most: do not use it.</source>
        <translation>입력이 {value}개가 됩니다. 최대 {limit}개까지 가능합니다. {column}열 “{name}”이 가장 많이 차지하므로 쓰지 마세요.</translation>
    </message>
    <message>
        <source>The inputs hold numbers that are too large to be scaled. Choose no scaling.</source>
        <translation>입력값이 너무 커서 스케일링할 수 없습니다. 스케일링 없음을 선택하세요.</translation>
    </message>
    <message>
        <source>Every target in column {column} “{name}” is {value}: there is nothing to learn. Choose another target.</source>
        <translation>{column}열 “{name}”의 목표값이 모두 {value}이므로 학습할 것이 없습니다. 다른 목표값을 선택하세요.</translation>
    </message>
    <message>
        <source>No row has a value in every column; most are missing in column {column} “{name}”. Do not use it, or fill in missing values.</source>
        <translation>모든 열에 값이 있는 행이 없습니다. {column}열 “{name}”에 빠진 값이 가장 많습니다. 이 열을 쓰지 않거나 빠진 값을 채우세요.</translation>
    </message>
    <message>
        <source>Input: number</source>
        <translation>입력: 수</translation>
    </message>
    <message>
        <source>Input: categories</source>
        <translation>입력: 범주</translation>
    </message>
    <message>
        <source>Target: number</source>
        <translation>목표값: 수</translation>
    </message>
    <message>
        <source>Target: classes</source>
        <translation>목표값: 클래스</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>쓰지 않음</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>그 행을 제외</translation>
    </message>
    <message>
        <source>fill in the mean</source>
        <translation>평균으로 채움</translation>
    </message>
    <message>
        <source>fill in the most frequent value</source>
        <translation>가장 흔한 값으로 채움</translation>
    </message>
    <message>
        <source>none: raw values</source>
        <translation>없음: 원래 값</translation>
    </message>
    <message>
        <source>standardise: mean 0, deviation 1</source>
        <translation>표준화: 평균 0, 표준편차 1</translation>
    </message>
    <message>
        <source>min–max: from 0 to 1</source>
        <translation>최소–최대: 0에서 1까지</translation>
    </message>
    <message>
        <source>comma  ,</source>
        <translation>쉼표  ,</translation>
    </message>
    <message>
        <source>semicolon  ;</source>
        <translation>세미콜론  ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>bar  |</source>
        <translation>세로줄  |</translation>
    </message>
    <message>
        <source>point  3.14</source>
        <translation>점  3.14</translation>
    </message>
    <message>
        <source>comma  3,14</source>
        <translation>쉼표  3,14</translation>
    </message>
    <message>
        <source>Korean (CP949)</source>
        <translation>한국어(CP949)</translation>
    </message>
    <message>
        <source>Western (Latin-1)</source>
        <translation>서유럽(Latin-1)</translation>
    </message>
    <message>
        <source>numbers as they are</source>
        <translation>수 그대로</translation>
    </message>
    <message>
        <source>numbers, if every text is one</source>
        <translation>모두 수로 읽힐 때 수</translation>
    </message>
    <message>
        <source>{count} classes, one-hot: {labels}</source>
        <translation>클래스 {count}개, 원-핫: {labels}</translation>
    </message>
    <message>
        <source>{count} inputs of 0 or 1: {labels}</source>
        <translation>0 또는 1인 입력 {count}개: {labels}</translation>
    </message>
</context>
<context>
    <name>inside</name>
    <message>
        <source>{share} of a below 0.05 or above 0.95</source>
        <translation>a의 {share}가 0.05 미만 또는 0.95 초과</translation>
    </message>
    <message>
        <source>{share} of a below −0.9 or above 0.9</source>
        <translation>a의 {share}가 −0.9 미만 또는 0.9 초과</translation>
    </message>
    <message>
        <source>{share} of a are 0</source>
        <translation>a의 {share}가 0</translation>
    </message>
    <message>
        <source>{share} of a below 0, where the slope is 0.01</source>
        <translation>a의 {share}가 0 미만(기울기 0.01)</translation>
    </message>
    <message>
        <source>its slope is 0, and so is δ</source>
        <translation>기울기가 0이므로 δ도 0</translation>
    </message>
    <message>
        <source>{dead} of {nodes} nodes dead: 0 for every sample</source>
        <translation>노드 {nodes}개 중 {dead}개는 모든 샘플에서 0(죽은 노드)</translation>
    </message>
    <message>
        <source>{dead} of {nodes} nodes dead</source>
        <translation>노드 {nodes}개 중 {dead}개가 죽은 노드</translation>
    </message>
    <message>
        <source>{letter}: mean {mean}, standard deviation {deviation}</source>
        <translation>{letter}: 평균 {mean}, 표준편차 {deviation}</translation>
    </message>
    <message>
        <source>δ: root of the mean square {size}; {share} are 0</source>
        <translation>δ: 제곱 평균의 제곱근 {size}, {share}가 0</translation>
    </message>
    <message>
        <source>N = {n} training samples</source>
        <translation>학습 샘플 N = {n}</translation>
    </message>
    <message>
        <source>N = {n} of {all} training samples</source>
        <translation>학습 샘플 {all}개 중 N = {n}</translation>
    </message>
    <message>
        <source>Blue line: root mean square of δ.</source>
        <translation>파란 선: δ의 제곱평균제곱근.</translation>
    </message>
    <message>
        <source>Every δ is 0 in layer {layer}: nothing is learned from there down.</source>
        <translation>계층 {layer}의 모든 δ가 0입니다. 그 아래 계층은 학습되지 않습니다.</translation>
    </message>
    <message>
        <source>δ falls from {last} in layer {L} to {first} in layer {l}: it vanishes.</source>
        <translation>δ의 크기가 계층 {L}의 {last}에서 계층 {l}의 {first}까지 줄어듭니다(기울기 소실).</translation>
    </message>
    <message>
        <source>δ grows from {last} in layer {L} to {first} in layer {l}: it explodes.</source>
        <translation>δ의 크기가 계층 {L}의 {last}에서 계층 {l}의 {first}까지 커집니다(기울기 폭발).</translation>
    </message>
    <message>
        <source>All rows share the axis of |δ|; a vanishing δ moves left.</source>
        <translation>모든 계층의 |δ| 축이 같습니다. δ가 소실되면 왼쪽으로 옮겨 갑니다.</translation>
    </message>
</context>
<context>
    <name>origin</name>
    <message>
        <source>{left_out} of {rows} rows left out: no value</source>
        <translation>{rows}행 중 값이 없는 {left_out}행 제외</translation>
    </message>
    <message>
        <source>{count} missing values filled in</source>
        <translation>빠진 값 {count}개를 채움</translation>
    </message>
</context>
<context>
    <name>pasting</name>
    <message>
        <source>Paste {rows} × {columns} numbers</source>
        <translation>수 {rows} × {columns} 붙여넣기</translation>
    </message>
</context>
<context>
    <name>quantities</name>
    <message>
        <source>old</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새 값</translation>
    </message>
    <message>
        <source>mean over N = {count}</source>
        <translation>N = {count}개의 평균</translation>
    </message>
    <message>
        <source>W from {k}</source>
        <translation>W ({k}에서)</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Loss by epoch</source>
        <translation>에포크별 손실</translation>
    </message>
    <message>
        <source>Final numbers</source>
        <translation>최종 수치</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>This network has not been trained.</source>
        <translation>이 신경망은 아직 학습하지 않았습니다.</translation>
    </message>
    <message>
        <source>Report of a run</source>
        <translation>학습 보고서</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>The network, with the numbers of sample {number}</source>
        <translation>신경망 (샘플 {number}의 수치)</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>{name}, edited</source>
        <translation>{name}, 편집됨</translation>
    </message>
    <message>
        <source>noise {noise}</source>
        <translation>노이즈 {noise}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>시드 {seed}</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습율 η</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Loss E</source>
        <translation>손실함수 E</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Standardised</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>테스트용</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Test E</source>
        <translation>테스트 E</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>{initializer}, seed {seed}</source>
        <translation>{initializer}, 시드 {seed}</translation>
    </message>
    <message>
        <source>{weights}, edited</source>
        <translation>{weights}, 편집됨</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{percent} %, seed {seed}</source>
        <translation>{percent} %, 시드 {seed}</translation>
    </message>
    <message>
        <source>no, but min–max</source>
        <translation>아니요, 최소–최대</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>The losses are computed with different formulas.</source>
        <translation>두 손실은 서로 다른 손실함수로 계산한 값입니다.</translation>
    </message>
    <message>
        <source>The losses are those of different data.</source>
        <translation>두 손실은 서로 다른 데이터에 대한 값입니다.</translation>
    </message>
    <message>
        <source>The losses are those of different training samples.</source>
        <translation>두 손실은 서로 다른 학습 샘플에 대한 값입니다.</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>학습 {number}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Counts from the next batch.</source>
        <translation>다음 배치부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Counts from the next epoch.</source>
        <translation>다음 에포크부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Ends the run first.</source>
        <translation>바꾸면 학습이 먼저 끝납니다.</translation>
    </message>
    <message>
        <source>How far one step goes against the slope:</source>
        <translation>기울기의 반대 방향으로 한 번에 얼마나 갈지 정합니다:</translation>
    </message>
    <message>
        <source>What training makes small, a mean over samples:</source>
        <translation>학습이 줄이려는 값, 샘플의 평균입니다.</translation>
    </message>
    <message>
        <source>How the slope becomes a step:</source>
        <translation>기울기로 갱신량을 정하는 방법입니다.</translation>
    </message>
    <message>
        <source>How much of the last step &lt;i&gt;v&lt;/i&gt; goes on:</source>
        <translation>직전 갱신량 &lt;i&gt;v&lt;/i&gt;를 얼마나 이어 갈지 정합니다.</translation>
    </message>
    <message>
        <source>How much earlier &lt;i&gt;g&lt;/i&gt;² count in their running mean &lt;i&gt;h&lt;/i&gt;:</source>
        <translation>이동 평균 &lt;i&gt;h&lt;/i&gt;에서 이전 &lt;i&gt;g&lt;/i&gt;²의 비중입니다.</translation>
    </message>
    <message>
        <source>How much earlier &lt;i&gt;g&lt;/i&gt; count in their running mean &lt;i&gt;m&lt;/i&gt;:</source>
        <translation>이동 평균 &lt;i&gt;m&lt;/i&gt;에서 이전 &lt;i&gt;g&lt;/i&gt;의 비중입니다.</translation>
    </message>
    <message>
        <source>How much earlier &lt;i&gt;g&lt;/i&gt;² count in their running mean &lt;i&gt;v&lt;/i&gt;:</source>
        <translation>이동 평균 &lt;i&gt;v&lt;/i&gt;에서 이전 &lt;i&gt;g&lt;/i&gt;²의 비중입니다.</translation>
    </message>
    <message>
        <source>Keeps the step finite where the root is near 0:</source>
        <translation>제곱근이 0에 가까워도 갱신량이 너무 커지지 않게 합니다.</translation>
    </message>
    <message>
        <source>∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt; is the mean over so many samples, then &lt;i&gt;W&lt;/i&gt; takes a step: {samples} / {size}, {steps} steps an epoch.</source>
        <translation>이만큼의 샘플로 ∂&lt;i&gt;E&lt;/i&gt;/∂&lt;i&gt;W&lt;/i&gt;의 평균을 구하고 &lt;i&gt;W&lt;/i&gt;를 한 번 갱신합니다. {samples} / {size}, 에포크마다 {steps}번 갱신합니다.</translation>
    </message>
    <message>
        <source>In every epoch the samples are shuffled anew; the same seed gives the same order.</source>
        <translation>에포크마다 샘플을 새로 섞습니다. 시드가 같으면 순서도 같습니다.</translation>
    </message>
    <message>
        <source>Draws weights towards 0: adds λ&lt;sub&gt;2&lt;/sub&gt;/2 · Σ &lt;i&gt;W&lt;/i&gt;² to what training makes small, λ&lt;sub&gt;2&lt;/sub&gt; &lt;i&gt;W&lt;/i&gt; to the slope. &lt;i&gt;E&lt;/i&gt; is shown without it.</source>
        <translation>가중치를 0 쪽으로 당깁니다. 줄이려는 값에 λ&lt;sub&gt;2&lt;/sub&gt;/2 · Σ &lt;i&gt;W&lt;/i&gt;²를, 기울기에 λ&lt;sub&gt;2&lt;/sub&gt; &lt;i&gt;W&lt;/i&gt;를 더합니다. 표시되는 &lt;i&gt;E&lt;/i&gt;에는 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Draws weights to exactly 0: adds λ&lt;sub&gt;1&lt;/sub&gt; · Σ |&lt;i&gt;W&lt;/i&gt;| to what training makes small, ±λ&lt;sub&gt;1&lt;/sub&gt; to the slope. &lt;i&gt;E&lt;/i&gt; is shown without it.</source>
        <translation>가중치를 아예 0으로 만들려 합니다. 줄이려는 값에 λ&lt;sub&gt;1&lt;/sub&gt; · Σ |&lt;i&gt;W&lt;/i&gt;|를, 기울기에 ±λ&lt;sub&gt;1&lt;/sub&gt;을 더합니다. 표시되는 &lt;i&gt;E&lt;/i&gt;에는 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>How the weights are drawn at epoch 0:</source>
        <translation>에포크 0의 가중치를 뽑는 방법:</translation>
    </message>
    <message>
        <source>The same seed draws the same first weights.</source>
        <translation>시드가 같으면 초기 가중치도 같습니다.</translation>
    </message>
    <message>
        <source>Draws new first weights with the next seed.</source>
        <translation>다음 시드로 초기 가중치를 새로 뽑습니다.</translation>
    </message>
    <message>
        <source>So much is held out: training never sees it, and &lt;i&gt;E&lt;/i&gt; of these samples tells how well the network does on new ones.</source>
        <translation>이만큼의 샘플은 학습에 쓰지 않고 떼어 둡니다. 이 샘플의 &lt;i&gt;E&lt;/i&gt;로 새로운 샘플에 얼마나 잘 맞는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>The same seed holds out the same samples.</source>
        <translation>시드가 같으면 같은 샘플을 떼어 둡니다.</translation>
    </message>
    <message>
        <source>The run ends after so many epochs. Run again for as many more.</source>
        <translation>이만큼의 에포크가 지나면 학습이 끝납니다. 다시 시작하면 같은 수만큼 더 학습합니다.</translation>
    </message>
    <message>
        <source>The run ends with the first epoch whose &lt;i&gt;E&lt;/i&gt; is below.</source>
        <translation>&lt;i&gt;E&lt;/i&gt;가 이보다 작아지는 첫 에포크에서 학습이 끝납니다.</translation>
    </message>
    <message>
        <source>The run ends when no &lt;i&gt;E&lt;/i&gt; was below the best one − Δ for so many epochs. On a plateau, too: is &lt;i&gt;E&lt;/i&gt; small?</source>
        <translation>이만큼의 에포크 동안 &lt;i&gt;E&lt;/i&gt;가 가장 좋은 값 − Δ보다 작아지지 않으면 학습이 끝납니다. 평탄한 구간에서도 그럴 수 있으니 &lt;i&gt;E&lt;/i&gt;가 작은지 확인하세요.</translation>
    </message>
    <message>
        <source>The run ends when &lt;i&gt;E&lt;/i&gt; of the test samples was above its lowest for so many epochs: what is learned now helps the training samples only.</source>
        <translation>이만큼의 에포크 동안 테스트 샘플의 &lt;i&gt;E&lt;/i&gt;가 최솟값보다 크면 학습이 끝납니다. 더 학습해도 학습 샘플에만 맞추게 됩니다.</translation>
    </message>
    <message>
        <source>evenly in ±√(6 / (&lt;i&gt;n&lt;/i&gt;&lt;sub&gt;in&lt;/sub&gt; + &lt;i&gt;n&lt;/i&gt;&lt;sub&gt;out&lt;/sub&gt;))</source>
        <translation>±√(6 / (&lt;i&gt;n&lt;/i&gt;&lt;sub&gt;입력&lt;/sub&gt; + &lt;i&gt;n&lt;/i&gt;&lt;sub&gt;출력&lt;/sub&gt;)) 사이의 균등분포</translation>
    </message>
    <message>
        <source>normal, with σ = √(2 / &lt;i&gt;n&lt;/i&gt;&lt;sub&gt;in&lt;/sub&gt;)</source>
        <translation>정규분포, σ = √(2 / &lt;i&gt;n&lt;/i&gt;&lt;sub&gt;입력&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>normal, with σ = 1, and biases too</source>
        <translation>정규분포, σ = 1, 바이어스도 뽑음</translation>
    </message>
    <message>
        <source>evenly in −1 … 1, and biases too</source>
        <translation>−1 … 1 사이의 균등분포, 바이어스도 뽑음</translation>
    </message>
    <message>
        <source>all 0, so that the nodes of a layer stay alike</source>
        <translation>모두 0, 한 층의 노드가 계속 같은 값을 가짐</translation>
    </message>
    <message>
        <source>No samples are held out now.</source>
        <translation>지금은 떼어 둔 샘플이 없습니다.</translation>
    </message>
</context>
<context>
    <name>slopes</name>
    <message>
        <source>Both slopes are the same number.</source>
        <translation>두 기울기가 똑같습니다.</translation>
    </message>
    <message>
        <source>What is left is truncation: between w − ε and w + ε, E is no straight line. It shrinks like ε²: a tenth of ε leaves a hundredth of it.</source>
        <translation>남은 차이는 절단 오차입니다. w − ε과 w + ε 사이에서 E는 직선이 아니기 때문입니다. 이 오차는 ε²에 비례하므로, ε을 10분의 1로 줄이면 100분의 1이 됩니다.</translation>
    </message>
    <message>
        <source>What is left is rounding: numbers have about 16 digits, and E(w + ε) and E(w − ε) agree in most of them. It grows like 1/ε: a tenth of ε makes it about ten times as large.</source>
        <translation>남은 차이는 반올림 오차입니다. 컴퓨터의 수는 약 16자리인데, E(w + ε)과 E(w − ε)은 그중 대부분이 같기 때문입니다. 이 오차는 1/ε에 비례하므로, ε을 10분의 1로 줄이면 약 10배가 됩니다.</translation>
    </message>
    <message>
        <source>Between w − ε and w + ε, the z of a node with a kink or a jump (relu, leaky relu, step) passes 0, so the two slopes need not agree.</source>
        <translation>w − ε과 w + ε 사이에서, 꺾이거나 끊긴 활성화 함수(relu, leaky relu, 계단 함수)를 쓰는 노드의 z가 0을 지납니다. 그래서 두 기울기가 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>E is too large for a number here: there is no slope to measure.</source>
        <translation>여기에서는 E가 너무 커서 수로 나타낼 수 없으므로 기울기를 측정할 수 없습니다.</translation>
    </message>
    <message>
        <source>It lies so close to w that no ε here avoids it.</source>
        <translation>그 점이 w에 아주 가까워서 여기의 어떤 ε으로도 피할 수 없습니다.</translation>
    </message>
    <message>
        <source>A smaller ε may avoid it.</source>
        <translation>ε을 더 작게 하면 피할 수 있습니다.</translation>
    </message>
    <message>
        <source>The derivative of the step counts as 0, so no gradient comes through it.</source>
        <translation>계단 함수의 도함수는 0으로 보므로 기울기가 이 함수를 지나 전달되지 않습니다.</translation>
    </message>
    <message>
        <source>The penalty is no part of E: its slope is added in the update only.</source>
        <translation>규제 항은 E에 들어 있지 않습니다. 규제 항의 기울기는 갱신할 때만 더합니다.</translation>
    </message>
</context>
<context>
    <name>stop</name>
    <message>
        <source>After</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>E is below</source>
        <translation>목표 손실 E</translation>
    </message>
    <message>
        <source>Minimum reached</source>
        <translation>최솟값 도달</translation>
    </message>
    <message>
        <source>Test loss rises</source>
        <translation>테스트 손실 증가</translation>
    </message>
    <message>
        <source>for</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>fell by at most Δ</source>
        <translation>최소 감소량 Δ</translation>
    </message>
    <message>
        <source>after {epochs} epochs</source>
        <translation>{epochs} 에포크 후</translation>
    </message>
    <message>
        <source>E below {target}</source>
        <translation>E &lt; {target}</translation>
    </message>
    <message>
        <source>minimum reached</source>
        <translation>최솟값 도달</translation>
    </message>
    <message>
        <source>test loss rises</source>
        <translation>테스트 손실 증가</translation>
    </message>
    <message>
        <source>epochs done</source>
        <translation>에포크 수 도달</translation>
    </message>
    <message>
        <source>target reached</source>
        <translation>목표 도달</translation>
    </message>
    <message>
        <source>&lt;b&gt;Epoch {epoch} reached&lt;/b&gt;: the run ends after {epochs} epochs.</source>
        <translation>&lt;b&gt;에포크 {epoch}에 도달했습니다&lt;/b&gt;. {epochs} 에포크가 지나 학습을 끝냈습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Target reached&lt;/b&gt;: &lt;i&gt;E&lt;/i&gt; = {loss} in epoch {epoch}, below {target}.</source>
        <translation>&lt;b&gt;목표에 도달했습니다&lt;/b&gt;. 에포크 {epoch}에서 &lt;i&gt;E&lt;/i&gt; = {loss}로, {target}보다 작습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Minimum reached&lt;/b&gt;: &lt;i&gt;E&lt;/i&gt; has not fallen by more than {least_fall} for {waited} epochs; lowest {lowest} in epoch {lowest_epoch}, now {loss}.</source>
        <translation>&lt;b&gt;최솟값에 도달했습니다&lt;/b&gt;. {waited} 에포크 동안 &lt;i&gt;E&lt;/i&gt;가 {least_fall}보다 많이 줄지 않았습니다. 최솟값은 에포크 {lowest_epoch}의 {lowest}, 지금은 {loss}입니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Test loss rises&lt;/b&gt;: &lt;i&gt;E&lt;/i&gt; of the test samples has been above its lowest for {waited} epochs; lowest {lowest} in epoch {lowest_epoch}, now {loss}.</source>
        <translation>&lt;b&gt;테스트 손실이 늘고 있습니다&lt;/b&gt;. {waited} 에포크 동안 테스트 샘플의 &lt;i&gt;E&lt;/i&gt;가 최솟값보다 컸습니다. 최솟값은 에포크 {lowest_epoch}의 {lowest}, 지금은 {loss}입니다.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{count} rules</source>
        <translation>조건 {count}개</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>identity</source>
        <translation>항등 함수</translation>
    </message>
    <message>
        <source>step</source>
        <translation>계단 함수</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>leaky relu</source>
        <translation>leaky relu</translation>
    </message>
    <message>
        <source>gradient descent</source>
        <translation>경사하강법</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>정규분포</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>균등분포</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>Two clusters</source>
        <translation>두 군집</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>원</translation>
    </message>
    <message>
        <source>XOR clouds</source>
        <translation>XOR 군집</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>초승달</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>붓꽃</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>와인</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>유방암</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>손글씨 숫자</translation>
    </message>
    <message>
        <source>Truth tables</source>
        <translation>진리표</translation>
    </message>
    <message>
        <source>Generated, two inputs</source>
        <translation>생성 데이터(입력 2개)</translation>
    </message>
    <message>
        <source>Real data</source>
        <translation>실제 데이터</translation>
    </message>
    <message>
        <source>A network has at most {limit} layers.</source>
        <translation>신경망의 계층은 최대 {limit}개입니다.</translation>
    </message>
    <message>
        <source>A layer has at most {limit} nodes.</source>
        <translation>한 계층의 노드는 최대 {limit}개입니다.</translation>
    </message>
    <message>
        <source>A network has at most {limit} weights and biases. Use fewer nodes or layers.</source>
        <translation>신경망의 가중치와 바이어스는 모두 합해 최대 {limit}개입니다. 노드나 계층을 줄이십시오.</translation>
    </message>
    <message>
        <source>A layer keeps at least one node.</source>
        <translation>계층에는 노드가 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>The input and the output layer cannot be removed.</source>
        <translation>입력층과 출력층은 삭제할 수 없습니다.</translation>
    </message>
    <message>
        <source>That is not a finite number.</source>
        <translation>유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>That value is not possible for this setting.</source>
        <translation>이 설정에 쓸 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>The samples hold numbers that are too large to compute with.</source>
        <translation>샘플에 계산하기에 너무 큰 수가 있습니다.</translation>
    </message>
    <message>
        <source>At most 90 % of the samples can be held out for testing.</source>
        <translation>테스트용으로는 샘플의 최대 90 %까지 남겨 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>The input layer hands x on as it is; it has no activation.</source>
        <translation>입력층은 x를 그대로 전달하며 활성화 함수가 없습니다.</translation>
    </message>
    <message>
        <source>These weights belong to other numbers of inputs and outputs. Restore the run&apos;s result instead: it brings its data along.</source>
        <translation>이 가중치는 입력과 출력의 개수가 다른 신경망의 것입니다. 대신 결과 되살리기를 쓰면 데이터도 함께 되살아납니다.</translation>
    </message>
    <message>
        <source>These samples were edited by hand and cannot be generated again.</source>
        <translation>직접 편집한 샘플은 다시 생성할 수 없습니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: “{text}” is not a number. Nothing was changed.</source>
        <translation>{row}행 {column}열: ‘{text}’은(는) 수가 아닙니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: “{text}” is neither a number nor the name of a class. Nothing was changed.</source>
        <translation>{row}행 {column}열: ‘{text}’은(는) 수도 클래스 이름도 아닙니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: the comma in “{text}” can be that of thousands or of decimals. Write the number without it, or with a point. Nothing was changed.</source>
        <translation>{row}행 {column}열: ‘{text}’의 쉼표는 천 단위 구분일 수도, 소수점일 수도 있습니다. 쉼표 없이 쓰거나 점으로 쓰세요. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: “{text}” is not between 0 and 1, as cross-entropy needs it. For targets of any size choose the mean squared error first. Nothing was changed.</source>
        <translation>{row}행 {column}열: ‘{text}’은(는) 교차 엔트로피에 필요한 0과 1 사이의 값이 아닙니다. 다른 크기의 목표값에는 먼저 평균 제곱 오차를 선택하세요. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Cross-entropy needs targets between 0 and 1, and some of these are not. Nothing was changed.</source>
        <translation>교차 엔트로피에는 0과 1 사이의 목표값이 필요한데, 그렇지 않은 값이 있습니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>The pasted block has {rows} rows and {columns} columns; from {start} on there is room for {room_rows} rows and {room_columns} columns. Nothing was changed.</source>
        <translation>붙여넣은 블록은 {rows}행 {columns}열인데, {start}부터는 {room_rows}행 {room_columns}열만 들어갑니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no weight or bias here that could be pasted over.</source>
        <translation>여기에는 붙여넣을 수 있는 가중치나 바이어스가 없습니다.</translation>
    </message>
    <message>
        <source>At least one sample stays.</source>
        <translation>샘플은 적어도 하나 있어야 합니다.</translation>
    </message>
    <message>
        <source>There can be at most {limit} samples.</source>
        <translation>샘플은 {limit}개까지 가능합니다.</translation>
    </message>
    <message>
        <source>A name needs at least one letter.</source>
        <translation>이름은 한 글자 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>This name is taken already.</source>
        <translation>이미 쓰고 있는 이름입니다.</translation>
    </message>
    <message>
        <source>This column has no name of its own.</source>
        <translation>이 열에는 따로 이름이 없습니다.</translation>
    </message>
    <message>
        <source>This loss does not fit the activation of the output layer.</source>
        <translation>이 손실함수는 출력층의 활성화 함수와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>It is not an nnsim project.</source>
        <translation>nnsim 프로젝트 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>It is larger than a project can be.</source>
        <translation>프로젝트 파일로는 너무 큽니다.</translation>
    </message>
    <message>
        <source>A part of it is missing.</source>
        <translation>파일의 일부가 없습니다.</translation>
    </message>
    <message>
        <source>It has a part that does not belong there.</source>
        <translation>파일에 있어서는 안 될 부분이 있습니다.</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>Something in it is not as it should be.</source>
        <translation>파일 내용 중 올바르지 않은 것이 있습니다.</translation>
    </message>
    <message>
        <source>It was written by a newer nnsim. Update nnsim to open it.</source>
        <translation>더 새로운 버전의 nnsim에서 저장한 파일입니다. 열려면 nnsim을 업데이트하십시오.</translation>
    </message>
    <message>
        <source>Numbers in it do not fit the network.</source>
        <translation>파일에 있는 값이 신경망과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>It contains numbers that are not finite.</source>
        <translation>파일에 유한하지 않은 수가 있습니다.</translation>
    </message>
    <message>
        <source>term by term</source>
        <translation>항별</translation>
    </message>
    <message>
        <source>number by number</source>
        <translation>값 하나씩</translation>
    </message>
    <message>
        <source>node by node</source>
        <translation>노드별</translation>
    </message>
    <message>
        <source>layer by layer</source>
        <translation>계층별</translation>
    </message>
    <message>
        <source>phase by phase</source>
        <translation>과정별</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Own data</source>
        <translation>내 데이터</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력층</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>(raw − {mean}) / {scale}</source>
        <translation>(원래 값 − {mean}) / {scale}</translation>
    </message>
    <message>
        <source>This is not possible here ({reason}).</source>
        <translation>여기서는 할 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>It takes whole numbers from {low} on.</source>
        <translation>{low} 이상의 정수를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>It takes whole numbers from {low} to {high}.</source>
        <translation>{low}부터 {high}까지의 정수를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>It takes numbers greater than {low}.</source>
        <translation>{low}보다 큰 수를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>It takes numbers from {low} on.</source>
        <translation>{low} 이상의 수를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>It takes numbers from {low} to just below {high}.</source>
        <translation>{low} 이상 {high} 미만의 수를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>There are no cells on the clipboard.</source>
        <translation>클립보드에 셀이 없습니다.</translation>
    </message>
    <message>
        <source>Row {row} of the clipboard has {cells} cells, the first row has {wanted}. Nothing was changed.</source>
        <translation>클립보드의 {row}행에는 셀이 {cells}개인데, 첫 행에는 {wanted}개입니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>There is too much on the clipboard to be pasted.</source>
        <translation>클립보드의 내용이 너무 많아 붙여넣을 수 없습니다.</translation>
    </message>
    <message>
        <source>Place: {place}</source>
        <translation>위치: {place}</translation>
    </message>
</context>
<context>
    <name>weights</name>
    <message>
        <source>It is not a file of NumPy arrays (.npz).</source>
        <translation>NumPy 배열 파일(.npz)이 아닙니다.</translation>
    </message>
    <message>
        <source>It is larger than the weights of any network.</source>
        <translation>어떤 신경망의 가중치보다도 큰 파일입니다.</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>There is no array {name} in it.</source>
        <translation>{name} 배열이 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>It has an array {name}, but the network has no such layer ({expected}).</source>
        <translation>{name} 배열이 들어 있지만 신경망에 그런 층이 없습니다({expected}).</translation>
    </message>
    <message>
        <source>The array {name} does not hold real numbers ({found}).</source>
        <translation>{name} 배열에 실수가 아닌 값이 들어 있습니다({found}).</translation>
    </message>
    <message>
        <source>The array {name} has the shape {found}, but the network needs {expected}.</source>
        <translation>{name} 배열의 모양은 {found}이지만 신경망에는 {expected}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>The array {name} holds numbers that are not finite.</source>
        <translation>{name} 배열에 유한하지 않은 수가 있습니다.</translation>
    </message>
</context>
<context>
    <name>worksheet</name>
    <message>
        <source>Round every result to {decimals} decimals as you write it down, and compute on with the rounded number.</source>
        <translation>모든 결과를 적을 때 소수 {decimals}자리로 반올림하고, 반올림한 수로 계속 계산합니다.</translation>
    </message>
    <message>
        <source>Compute on in full precision; {decimals} decimals are written, and ≈ marks what is rounded.</source>
        <translation>반올림하지 않은 수로 계속 계산합니다. 소수 {decimals}자리까지 적으며, ≈는 반올림한 수를 뜻합니다.</translation>
    </message>
    <message>
        <source>en</source>
        <translation>ko</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>연습지</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>주어진 값</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Network {sizes}: {activations}. {loss}. {optimizer}. Sample {sample} of {samples} alone (N = 1).</source>
        <translation>신경망 {sizes}: {activations}. {loss}. {optimizer}. 전체 {samples}개 가운데 샘플 {sample} 하나 (N = 1).</translation>
    </message>
    <message>
        <source>The weights and biases are small numbers made for this sheet.</source>
        <translation>가중치와 바이어스는 이 연습지를 위해 고른 간단한 수입니다.</translation>
    </message>
    <message>
        <source>The inputs x are the standardised ones.</source>
        <translation>입력 x는 표준화한 값입니다.</translation>
    </message>
    <message>
        <source>This network is too large for a worksheet: {found} numbers would have to be computed by hand. At most {limit} are possible.</source>
        <translation>이 신경망은 연습지로 만들기에 너무 큽니다. 손으로 계산할 수가 {found}개인데, {limit}개까지만 가능합니다.</translation>
    </message>
    <message>
        <source>Remove nodes or layers, and undo that afterwards. A 3-4-2 network has 71.</source>
        <translation>노드나 층을 줄이고, 나중에 실행 취소하세요. 3-4-2 신경망은 71개입니다.</translation>
    </message>
</context>
</TS>
